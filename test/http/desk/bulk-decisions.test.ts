import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function newService(count: number) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const sent: { id: string; receipt: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    service.clock.now += 1;
    sent.push((await service.send({ body: `Ý kiến thứ ${index} của bạn đọc`, challenge: undefined })).body);
  }
  return { service, lan: await service.addModerator(), sent };
}

async function logged(service: Service, who: Headers) {
  const { body } = await service.json('GET', '/api/v1/decisions', undefined, who);
  return body.decisions.map(({ action, reason, note, count }: Record<string, unknown>) => [
    action,
    reason,
    note,
    count,
  ]);
}

const states = async (service: Service, sent: readonly { receipt: string }[]) =>
  Promise.all(
    sent.map(async ({ receipt }) => {
      const { state, reason } = (await service.json('GET', `/api/v1/receipts/${receipt}`)).body;
      return [state, reason];
    }),
  );

test('a decision by filter has a reason that every author reads, and a note for colleagues', async () => {
  const { service, lan, sent } = await newService(3);
  const said = { reason: 'Lạc đề', note: 'Cả loạt từ một nhóm' };
  const asked = { action: 'reject', filter: { state: 'pending' }, expected: 3, ...said };
  expect((await service.json('POST', '/api/v1/decisions', asked, lan)).status).toBe(201);
  expect(await states(service, sent)).toEqual(Array(3).fill(['rejected', 'Lạc đề']));
  expect(await logged(service, lan)).toEqual([['reject', 'Lạc đề', 'Cả loạt từ một nhóm', 3]]);
});

test('the form of a filter and that of ticked comments say the same', async () => {
  const { service, lan, sent } = await newService(4);
  const [first, second] = sent;
  const said = { action: 'reject', note: 'Đã nhắc' };
  const ticked = new URLSearchParams({ ...said, reason: 'Lạc đề', back: '' });
  for (const one of [first, second]) ticked.append('comment', `${one?.id}:1`);
  const headers = { ...lan, 'content-type': 'application/x-www-form-urlencoded' };
  const path = '/moderation/decisions';
  expect((await service.request(path, { method: 'POST', headers, body: ticked.toString() })).status).toBe(
    303,
  );
  service.clock.now += 1000;
  const rest = { ...said, reason: 'Quảng cáo', filter: 'state=pending', expected: '2', back: '' };
  expect((await service.form(path, rest, lan)).status).toBe(303);
  expect(await states(service, sent)).toEqual([
    ...Array(2).fill(['rejected', 'Lạc đề']),
    ...Array(2).fill(['rejected', 'Quảng cáo']),
  ]);
  expect(await logged(service, lan)).toEqual([
    ['reject', 'Quảng cáo', 'Đã nhắc', 2],
    ['reject', 'Lạc đề', 'Đã nhắc', 2],
  ]);
});

test('what is published has no reason, though one was typed; the note stays', async () => {
  const { service, lan, sent } = await newService(2);
  const typed = { reason: 'Lạc đề', note: 'Đã đọc cả hai' };
  const form = { action: 'publish', filter: 'state=pending', expected: '2', back: '', ...typed };
  expect((await service.form('/moderation/decisions', form, lan)).status).toBe(303);
  expect(await states(service, sent)).toEqual(Array(2).fill(['published', undefined]));
  expect(await logged(service, lan)).toEqual([['publish', null, 'Đã đọc cả hai', 2]]);
});

test('where another number matches by then nothing is decided, and what was typed is not lost', async () => {
  const { service, lan, sent } = await newService(3);
  const typed = { reason: 'Lạc đề, xin viết lại', note: 'Cả loạt từ một nhóm' };
  const form = { action: 'reject', filter: 'state=pending', expected: '2', back: 'q=', ...typed };
  const answer = await service.form('/moderation/decisions', form, lan);
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain('Hiện có 3 bình luận khớp');
  expect(page).toContain('name="expected" value="3"');
  for (const text of Object.values(typed)) expect(page).toContain(`value="${text}"`);
  expect(await states(service, sent)).toEqual(Array(3).fill(['pending', undefined]));
  expect(await logged(service, lan)).toEqual([]);
});

test('a note that is too long decides nothing, and stands on the page of many again', async () => {
  const { service, lan, sent } = await newService(2);
  const note = 'Đã gọi hỏi. '.repeat(100);
  const form = { action: 'reject', filter: 'state=pending', expected: '2', back: '', reason: 'Lạc đề', note };
  const answer = await service.form('/moderation/decisions', form, lan);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const text of ['role="alert"', 'name="expected" value="2"', 'value="Lạc đề"', `value="${note}"`])
    expect(page).toContain(text);
  expect(await states(service, sent)).toEqual(Array(2).fill(['pending', undefined]));
});

test('leaving out what is of high risk leaves out nothing else', async () => {
  const { service, lan, sent } = await newService(3);
  for (const [place, risk] of [0.5, 0.695, 0.7].entries()) {
    const { id = '' } = sent[place] ?? {};
    await service.deps.database.query(
      sql`update comments set risk = ${risk} where id = ${id}`.compile(build),
    );
  }
  const read = async (path: string) => (await service.request(path, { headers: lan })).text();
  const page = await read('/moderation/bulk?state=pending');
  const [, without = ''] = /href="([^"]*risk-max[^"]*)"/.exec(page) ?? [];
  const rest = await read(without.replaceAll('&amp;', '&'));
  expect(rest).toContain('name="expected" value="2"');
  expect(rest).toContain('Rủi ro đến 69');
});
