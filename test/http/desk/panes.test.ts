import { expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

async function openDesk(count = 3) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', 'site-per-hour': 0, 'article-per-hour': 0 });
  const lan = await service.addModerator('Lan');
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    service.clock.now += 1000;
    const author = `Bạn đọc ${number}`;
    ids.push((await service.send({ author, body: `Ý kiến thứ ${number} về con đường.` })).body.id);
  }
  const page = async (path: string, who: HeadersInit = lan) =>
    (await service.request(path, { headers: { ...who, accept: 'text/html' } })).text();
  return { service, lan, ids, page };
}

const wholeOnes = (text: string) =>
  [...text.matchAll(/<article class="whole-one" id="c-([^"]+)"/g)].map(([, id]) => id);
const rows = (text: string) => [...text.matchAll(/<li class="row[^"]*" id="r-([^"]+)"/g)].map(([, id]) => id);

async function stateOf(service: Service, lan: HeadersInit, id: string) {
  const answer = await service.request('/api/v1/queue?state=rejected', { headers: lan });
  const { comments } = await answer.json();
  return comments.find((comment: { id: string }) => comment.id === id)?.decided;
}

test('the queue lists every comment, and shows whole the one that its address names', async () => {
  const { ids, page } = await openDesk();
  const first = await page('/moderation');
  expect([rows(first), wholeOnes(first)]).toEqual([ids, [ids[0]]]);
  expect(first).toContain('<title>(3) Chờ duyệt - Bàn duyệt bình luận</title>');
  const second = await page(`/moderation?here=${ids[1]}`);
  expect([rows(second), wholeOnes(second)]).toEqual([ids, [ids[1]]]);
  expect(second).toMatch(new RegExp(`id="r-${ids[1]}"[\\s\\S]*?aria-current="true"`));
  expect(wholeOnes(await page('/moderation?here=nobody'))).toEqual([ids[0]]);
});

test('words that were searched for are marked in name and text, in the list and in the pane', async () => {
  const { page } = await openDesk(2);
  const found = await page('/moderation?q=ban+doc+2');
  expect(rows(found)).toHaveLength(1);
  expect(found).toContain(
    '<bdi><mark class="found">Bạn</mark> <mark class="found">đọc</mark> <mark class="found">2</mark></bdi>',
  );
  const inText = await page('/moderation?q=%22con+đường%22');
  expect(inText.match(/<mark class="found">con đường<\/mark>/g)).toHaveLength(3);
});

test('what is decided in the pane leads on to the comment after it', async () => {
  const { service, lan, ids, page } = await openDesk();
  const shown = await page(`/moderation?state=pending&here=${ids[0]}`);
  const [, back = ''] = /class="decide"[\s\S]*?name="back" value="([^"]*)"/.exec(shown) ?? [];
  const fields = { action: 'publish', comment: `${ids[0]}:1`, back: back.replaceAll('&amp;', '&') };
  const answer = await service.form('/moderation/decisions', fields, lan);
  const location = answer.headers.get('location') ?? '';
  expect(location).toContain(`here=${ids[1]}`);
  const next = await page(location);
  expect([rows(next), wholeOnes(next)]).toEqual([ids.slice(1), [ids[1]]]);
  expect(next).toMatch(/id="last"[\s\S]*Bạn đã đăng bình luận của[\s\S]*\/undo"/);
});

test('whole comments are read ahead, ten at most, and only those of one’s own sites', async () => {
  const { service, ids, page } = await openDesk(11);
  expect(new Set(wholeOnes(await page(`/moderation/panes?ids=${ids.join(',')}`)))).toEqual(
    new Set(ids.slice(0, 10)),
  );
  await service.addSite('other');
  const stranger = await service.addModerator('Minh', { sites: ['other'] });
  expect(wholeOnes(await page(`/moderation/panes?ids=${ids.join(',')}`, stranger))).toEqual([]);
});

test('a reason that is pressed rejects with it; one that is typed, by the button beside it or by the one for none', async () => {
  const { service, lan, ids } = await openDesk(4);
  const send = (fields: Record<string, string>) =>
    service.form('/moderation/decisions', { back: '', other: '', note: '', ...fields }, lan);
  await send({ comment: `${ids[0]}:1`, reason: 'Lạc đề', other: 'đang gõ dở' });
  await send({ comment: `${ids[1]}:1`, action: 'reject', other: 'Sai sự thật', note: 'Đã gọi hỏi' });
  await send({ comment: `${ids[3]}:1`, reason: '', other: 'Sai sự thật' });
  const third = await send({ comment: `${ids[2]}:1`, other: 'Sai sự thật' });
  expect(third.status).toBe(422);
  expect(await stateOf(service, lan, ids[0] ?? '')).toMatchObject({ action: 'reject', reason: 'Lạc đề' });
  expect(await stateOf(service, lan, ids[1] ?? '')).toMatchObject({
    reason: 'Sai sự thật',
    note: 'Đã gọi hỏi',
  });
  expect(await stateOf(service, lan, ids[2] ?? '')).toBeUndefined();
  expect(await stateOf(service, lan, ids[3] ?? '')).toMatchObject({ reason: 'Sai sự thật' });
});

test('many are decided from a page that says which in words, shows some, and takes a reason and a note', async () => {
  const { service, lan, ids, page } = await openDesk(12);
  const shown = await page('/moderation/bulk?state=pending&risk-max=0.9&from=2026-02-01&rule=');
  expect(shown).toContain('<b>Chờ duyệt</b><b>Gửi từ 01/02/2026</b><b>Rủi ro đến 90</b>');
  expect(shown.replace(/<[^>]*>/g, ' ')).not.toMatch(/risk-max|state|pending/);
  expect(rows(shown)).toHaveLength(10);
  expect(shown).toContain('Mẫu 10 trong 12');
  const hidden = (name: string) =>
    (
      new RegExp(`name="${name}" value="([^"]*)"`).exec(shown.split('id="bulk-form"')[1] ?? '')?.[1] ?? ''
    ).replaceAll('&amp;', '&');
  const answer = await service.form(
    '/moderation/decisions',
    {
      action: 'reject',
      filter: hidden('filter'),
      expected: hidden('expected'),
      back: hidden('back'),
      other: 'Trùng nhau',
      note: 'Một nhóm gửi',
    },
    lan,
  );
  expect(answer.status).toBe(303);
  const decided = await Promise.all(ids.map((id) => stateOf(service, lan, id)));
  expect(new Set(decided.map(({ reason, note }) => `${reason}, ${note}`))).toEqual(
    new Set(['Trùng nhau, Một nhóm gửi']),
  );
});

test('an appeal waits from when it was made, and is upheld or not in words of its own', async () => {
  const { service, lan, ids, page } = await openDesk(1);
  service.clock.now += 1000;
  const { receipt } = (await service.send({ author: 'Mai', body: 'Tôi nói thật.' })).body;
  const [id] = (await (await service.request('/api/v1/queue?sort=newest', { headers: lan })).json()).comments;
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'reject', comments: [{ id: id.id, version: 1 }] },
    lan,
  );
  service.clock.now += 5 * 3_600_000;
  await service.json('POST', `/api/v1/receipts/${receipt}/appeals`, { text: 'Tôi có ảnh.' });
  service.clock.now += 2 * 3_600_000;
  const shown = await page('/moderation?state=appeals');
  expect(rows(shown)).toEqual([id.id]);
  expect(shown).toMatch(/<time class="wait late"[^>]*title="khiếu nại chờ 2 giờ">2 giờ</);
  expect(shown).toMatch(/Người gửi khiếu nại[\s\S]*Tôi có ảnh\.[\s\S]*>Đăng lại[\s\S]*Vẫn từ chối/);
  expect(await page(`/moderation?here=${ids[0]}`)).not.toContain('Vẫn từ chối');
});

test('an empty queue says what was done today, by whom it is, and where there is more to do', async () => {
  const { service, lan, ids, page } = await openDesk(4);
  const minh = await service.addModerator('Minh');
  const decide = (id: string | undefined, who: Record<string, string>) =>
    service.json('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id, version: 1 }] }, who);
  await decide(ids[0], lan);
  const { body } = await decide(ids[1], minh);
  await decide(ids[2], minh);
  await decide(ids[3], minh);
  await service.json('DELETE', `/api/v1/decisions/${body.id}`, undefined, minh);
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'spam', comments: [{ id: ids[1], version: 3 }] },
    lan,
  );
  await service.json('POST', `/api/v1/sites/demo/comments/${ids[0]}/reports`, { reason: 'spam' });
  const empty = await page('/moderation');
  const figures = [...empty.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(figures.slice(0, 3)).toEqual([
    ['bình luận hôm nay', '4'],
    ['đã xử lý hôm nay', '4'],
    ['bạn đã xử lý', '2'],
  ]);
  expect(empty).toMatch(/href="\/moderation\?state=reported">Báo cáo/);
  expect(empty).toMatch(/<ol class="rows" id="queue" [^>]*data-since="/);
  expect(await page('/moderation?q=zzzz')).not.toContain('đã xử lý hôm nay');
});
