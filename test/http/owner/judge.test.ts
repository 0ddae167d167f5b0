import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { removeSite } from '../../../src/sites/remove.ts';
import { build } from '../../../src/store/database.ts';
import { startJudged } from '../../support/judging.ts';
import { says } from '../../support/receiver.ts';

const page = '/moderation/sites/demo/judge';
const apiKey = 'sk-chim-hoang-yen-0123456789';

async function openOwner(settings: Parameters<typeof startJudged>[0] = {}) {
  const opened = await startJudged(settings);
  const { service, owner } = opened;
  const show = async (path = page) => (await service.request(path, { headers: owner })).text();
  const post = async (fields: Record<string, string>, who = owner) => {
    const answer = await service.form(page, fields, who);
    return { status: answer.status, text: await answer.text() };
  };
  const keys = () =>
    service.deps.database.query(
      sql<{
        kind: string;
        shown: string;
        sealed_key: string;
      }>`select * from judge_keys order by kind`.compile(build),
    );
  return { ...opened, show, post, keys };
}

test('a new secret is shown once, and known by its end from then on', async () => {
  const { service, show, post, keys } = await openOwner();
  const { status, text } = await post({ do: 'secret' });
  const secret = /id="secret" readonly value="(whsec_[^"]+)"/.exec(text)?.[1] ?? '';
  expect([status, Buffer.from(secret.slice(6), 'base64').length]).toEqual([200, 32]);
  expect(text).toContain('Chỉ hiện một lần này.');
  const after = await show();
  expect([after.includes(secret), after.includes(`…${secret.slice(-4)}`)]).toEqual([false, true]);
  expect(JSON.stringify(await keys())).not.toContain(secret);
  expect(service.logged.join()).not.toContain(secret);
  expect(service.logged.filter((line) => line.includes('judge key')).length).toBe(1);
});

test('a key of somebody else’s is kept sealed, is never shown, and is said not to fit another address', async () => {
  const { service, show, post, keys } = await openOwner({ 'judge-kind': 'openai-moderation' });
  expect(await show()).toContain('Không có khóa.');
  for (const wrong of ['', 'ngắn', 'has a blank', 'x'.repeat(501), 'khóa-có-dấu-0123'])
    expect([wrong, (await post({ do: 'key', key: wrong })).status]).toEqual([wrong, 422]);
  const refused = await post({ do: 'key', key: 'sai khóa của tôi' });
  expect([refused.text.includes('sai khóa'), refused.text.includes('Khóa API gồm 8 đến 500')]).toEqual([
    ...[false, true],
  ]);
  expect((await post({ do: 'key', key: apiKey })).status).toBe(303);
  const after = await show();
  expect([after.includes(apiKey), after.includes('…6789')]).toEqual([false, true]);
  expect(after).not.toContain('Khóa này không dùng được');
  await service.setSite({ 'judge-url': 'https://other.example/v1/moderations' });
  expect(await show()).toContain('Khóa này không dùng được cho địa chỉ hiện tại');
  expect(JSON.stringify(await keys())).not.toContain(apiKey);
  expect(service.logged.join()).not.toContain(apiKey);
  expect((await post({ do: 'remove' })).status).toBe(303);
  expect(await keys()).toEqual([]);
});

test('a hook takes no key of somebody else’s, and without an address there is none to keep', async () => {
  const { service, post, show } = await openOwner();
  expect((await post({ do: 'key', key: apiKey })).status).toBe(409);
  await service.setSite({ 'judge-kind': 'openai-chat', 'judge-url': '' });
  expect((await post({ do: 'key', key: apiKey })).status).toBe(409);
  expect((await post({ do: 'try' })).status).toBe(409);
  expect(await show()).toContain('Trang này chưa dùng bộ lọc ngoài.');
});

test('an owner tries a sentence, and sees the answer, also while the judge is left alone', async () => {
  const { judge, judges, judged, show, post, site } = await openOwner();
  judge.answer = says({
    verdict: 'hold',
    risk: 0.9,
    findings: [{ message: 'Chê <b>ai</b> đó', start: 0, end: 3 }],
  });
  const { text } = await post({ do: 'try', body: '<i>Thử' });
  expect(text).toContain('<b>Đề nghị duyệt</b> · rủi ro 90%');
  expect(text).toContain('Chê &lt;b&gt;ai&lt;/b&gt; đó <q>&lt;i&gt;</q>');
  expect(text).toContain('\n&lt;i&gt;Thử</textarea>');
  judge.answer = says({}, 503);
  for (let count = 0; count < 5; count += 1) await judged({ body: `Ý kiến thứ ${count} của tôi.` });
  expect(judges.circuit.failing(await site())).toEqual({ status: 503 });
  const resting = 'Bộ lọc ngoài đang lỗi liên tiếp';
  expect(await show()).toContain(resting);
  const failed = (await post({ do: 'try' })).text;
  expect(failed).toContain('<b>Không có câu trả lời dùng được</b>');
  expect(failed).toContain('Bộ lọc ngoài báo lỗi (mã 503)');
  judge.answer = says({ verdict: 'pass' });
  expect((await post({ do: 'try' })).text).toContain('<b>Cho qua</b>');
  expect(await show()).not.toContain(resting);
});

test('the site’s page leads to it, which is for owners of the site, in either language', async () => {
  const { service, show } = await openOwner();
  expect(await show('/moderation/sites/demo')).toContain(`<a class="target" href="${page}">Bộ lọc ngoài</a>`);
  const lan = await service.addModerator('Lan');
  await service.addSite('bao');
  const other = await service.addModerator('Khác', { role: 'owner', sites: ['bao'] });
  for (const [who, status] of [
    [lan, 403],
    [other, 404],
  ] as const) {
    expect((await service.request(page, { headers: who })).status).toBe(status);
    expect((await service.form(page, { do: 'secret' }, who)).status).toBe(status);
  }
  const { database } = service.deps;
  await database.query(sql`update moderators set language = 'en' where name = 'Chủ'`.compile(build));
  expect(await show()).toContain('A service or model of your own looks at every new comment');
});

test('an address that leads nowhere outside is refused beside its field', async () => {
  const { service, owner, site } = await openOwner({ 'judge-url': '' });
  for (const url of ['http://10.0.0.5/judge', 'https://model.internal/', 'https://a:b@judge.example/']) {
    const answer = await service.form('/moderation/sites/demo', { name: 'Demo', 'judge-url': url }, owner);
    const mistake = /id="judge-url-mistake">([^<]+)</.exec(await answer.text())?.[1];
    expect([url, answer.status, mistake?.slice(0, 36)]).toEqual([
      ...[url, 422, 'Địa chỉ phải bắt đầu bằng https:// v'],
    ]);
  }
  expect((await site())['judge-url']).toBe('');
});

test('what was done about it is in both logs, without the key', async () => {
  const { service, owner, post, show } = await openOwner({ 'judge-kind': 'openai-chat' });
  await post({ do: 'key', key: apiKey });
  await post({ do: 'try' });
  await post({ do: 'remove' });
  const log = await show('/moderation/log');
  for (const deed of ['đã đổi khóa của bộ lọc ngoài', 'đã thử bộ lọc ngoài', 'đã xóa khóa của bộ lọc ngoài'])
    expect(log).toContain(deed);
  expect([log.includes('…6789'), log.includes(apiKey)]).toEqual([true, false]);
  const acts = await service.json('GET', '/api/v1/acts', undefined, owner);
  expect(JSON.stringify(acts.body)).not.toContain(apiKey);
});

test('readers whom the site tells what it keeps are told of the judge, and agree anew', async () => {
  const { service } = await openOwner({ 'judge-url': '', consent: 'ask' });
  const frame = async () => (await service.request('/embed/demo?article=/bai-viet')).text();
  const told = 'được một bộ lọc ngoài xem trước';
  expect(await frame()).not.toContain(told);
  await service.setSite({ 'judge-url': 'https://judge.example/' });
  expect(await frame()).toContain(told);
});

test('a site that is removed takes its keys along', async () => {
  const { service, keys } = await openOwner();
  await service.addSite('bao');
  await service.deps.database.query(
    sql`insert into judge_keys (site_id, kind, sealed_key, shown, created_at) values ('bao', 'secret', 's', '…', 0)`.compile(
      build,
    ),
  );
  expect((await keys()).length).toBe(2);
  await removeSite(service.deps, 'bao');
  expect((await keys()).length).toBe(1);
});
