import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../src/sites/site.ts';
import { build } from '../../../src/store/database.ts';
import { type Service, start, startService } from '../../support/service.ts';

const words = { notice: 'Báo Mới lưu tên và lời của bạn.', 'privacy-url': 'https://bao.example/rieng-tu' };
const agreement = 'Tôi đồng ý để Báo Mới lưu và đăng bình luận này theo thông báo trên.';

async function startAsking(settings: Partial<SiteSettings> = {}) {
  const service = await startService();
  await service.setSite({ name: 'Báo Mới', captcha: 'off', consent: 'ask', ...words, ...settings });
  const send = (comment: object = {}, headers = {}) =>
    service.send({ challenge: undefined, ...comment }, { headers });
  return { service, send };
}

const rows = <Row>({ deps }: Service, query: string) =>
  deps.database.query(sql<Row>`${sql.raw(query)}`.compile(build));

const consents = async (service: Service) =>
  (await rows<{ consent: string | null }>(service, 'select consent from comments order by rowid')).map(
    ({ consent }) => consent && JSON.parse(consent),
  );

const copyOf = async (service: Service, receipt: string) =>
  (await service.json('GET', `/api/v1/receipts/${receipt}/copy`)).body.consent;

const mistakesOf = ({ body }: { body: { errors?: { field: string; code: string }[] } }) =>
  body.errors?.map(({ field, code }) => `${field}: ${code}`);

test('where a site asks, nothing is taken without a yes, and all other mistakes are told beside it', async () => {
  const { service, send } = await startAsking({ captcha: 'on' });
  const challenge = await service.solveChallenge();
  for (const consent of [undefined, false]) {
    const told = await send({ consent, challenge });
    expect([told.status, mistakesOf(told)]).toEqual([422, ['consent: required']]);
  }
  expect(mistakesOf(await send({ challenge, body: 'x'.repeat(2001) }))).toEqual([
    'body: too-long',
    'consent: required',
  ]);
  expect(mistakesOf(await send({ email: 'không phải', challenge: undefined }))).toEqual([
    'email: not-email',
    'consent: required',
    'challenge: failed',
  ]);
  expect((await send({ consent: true, challenge })).status).toBe(202);
});

test.each(['off', 'notice'] as const)(
  'where a site has it %s, a yes or a no is neither asked nor kept',
  async (consent) => {
    const { service, send } = await startAsking({ consent });
    for (const said of [undefined, true, false]) expect((await send({ consent: said })).status).toBe(202);
    expect(await consents(service)).toEqual([null, null, null]);
    expect(await rows(service, 'select * from notices')).toEqual([]);
  },
);

test('a yes is kept with its time and with the words that it was said to, whatever the site tells later', async () => {
  const { service, send } = await startAsking();
  const first = (await send({ consent: true })).body.receipt;
  service.clock.now += 1000;
  const second = (await send({ consent: true })).body.receipt;
  await service.setSite({ notice: 'Báo Mới không lưu gì cả.', 'privacy-url': '' });
  const third = (await send({ consent: true })).body.receipt;
  const [one, two, three] = await consents(service);
  expect(one).toEqual({ given: true, at: start, notice: expect.stringMatching(/^[\w-]{16}$/) });
  expect([two.notice === one.notice, three.notice === one.notice]).toEqual([true, false]);
  const told = { version: one.notice, text: words.notice, privacyUrl: words['privacy-url'], agreement };
  expect(await copyOf(service, first)).toEqual({ ...told, at: '2026-02-08T07:30:00.000Z' });
  expect(await copyOf(service, second)).toEqual({ ...told, at: '2026-02-08T07:30:01.000Z' });
  expect(await copyOf(service, third)).toMatchObject({ text: 'Báo Mới không lưu gì cả.', privacyUrl: '' });
  expect(await rows(service, 'select count(*) as count from notices')).toEqual([{ count: 2 }]);
});

test('a yes to a notice that has changed since it was shown is to be said again', async () => {
  const { service, send } = await startAsking();
  const seen = (await send({ consent: true })).body.receipt;
  const { version: notice } = await copyOf(service, seen);
  expect((await send({ consent: true, notice })).status).toBe(202);
  await service.setSite({ notice: 'Báo Mới lưu nhiều hơn.' });
  expect(mistakesOf(await send({ consent: true, notice }))).toEqual(['consent: outdated']);
  expect((await send({ consent: true })).status).toBe(202);
});

test('at the desk the page of a comment says when its author agreed and to which words', async () => {
  const { service, send } = await startAsking();
  const lan = await service.addModerator();
  const { id } = (await send({ consent: true })).body;
  await service.setSite({ consent: 'off', notice: 'Khác.' });
  const other = (await send()).body.id;
  const pageOf = async (of: string) =>
    (await service.request(`/moderation/comments/${of}`, { headers: lan })).text();
  const page = await pageOf(id);
  expect(page).toContain(
    'Người gửi đã đồng ý với thông báo của trang, <time datetime="2026-02-08T07:30:00.000Z">',
  );
  for (const told of [words.notice, words['privacy-url'], agreement]) expect(page).toContain(told);
  expect(await pageOf(other)).not.toContain('đã đồng ý');
});

test('what a reader erases takes the yes along, and what they withdraw does not', async () => {
  const { service, send } = await startAsking();
  const [withdrawn, erased] = [await send({ consent: true }), await send({ consent: true })];
  await service.json('DELETE', `/api/v1/receipts/${withdrawn.body.receipt}`);
  await service.json('POST', `/api/v1/receipts/${erased.body.receipt}/erasure`);
  expect((await consents(service)).map((kept) => kept?.given ?? null)).toEqual([true, null]);
  expect(await copyOf(service, erased.body.receipt)).toBeNull();
});

test('a retry with the same key is the same comment, and another answer to the notice is another request', async () => {
  const { service, send } = await startAsking({ captcha: 'off' });
  const headers = { 'idempotency-key': 'mot' };
  expect((await send({}, headers)).status).toBe(422);
  const first = await send({ consent: true }, headers);
  expect((await send({ consent: true }, headers)).body).toEqual(first.body);
  expect((await send({ consent: false }, headers)).status).toBe(409);
  expect(await consents(service)).toHaveLength(1);
});

test('what is no yes or no is a mistake', async () => {
  const { send } = await startAsking();
  expect(mistakesOf(await send({ consent: 'yes' }))).toEqual(['consent: wrong-type']);
});

test('a form is taken with its box ticked, and comes back where it is not', async () => {
  const { service } = await startAsking();
  const fields = { article: '/bai-viet', author: 'Hòa', body: 'Rất bổ ích.' };
  const without = await service.form('/embed/demo', fields);
  expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('Rất bổ ích.')]);
  expect((await service.form('/embed/demo', { ...fields, consent: 'yes' })).status).toBe(303);
  expect(await consents(service)).toHaveLength(1);
});

test('a change of how long traces are kept is a change of what a site tells', async () => {
  const { service, send } = await startAsking({ notice: '' });
  const before = (await send({ consent: true })).body.receipt;
  const [known] = await rows<{ version: number }>(service, "select version from sites where id = 'demo'");
  await service.setSite({ 'retention-days': 60 });
  const [now] = await rows<{ version: number }>(service, "select version from sites where id = 'demo'");
  expect(now?.version).toBe((known?.version ?? 0) + 1);
  expect((await copyOf(service, before)).text).toContain('30');
  expect((await copyOf(service, (await send({ consent: true })).body.receipt)).text).toContain('60');
});
