import { expect, test } from 'vitest';
import { start, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

/** A desk with a comment rejected and one marked as spam, and a way to appeal for each. */
async function startDesk() {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const lan = await service.addModerator('Lan');
  const send = async (body: string) => {
    service.clock.now += 1000;
    return (await service.send({ body, challenge: undefined })).body as { id: string; receipt: string };
  };
  const decide = async (action: string, id: string, version: number) =>
    (await service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, lan)).body;
  const appeal = async (receipt: string) => {
    service.clock.now += 1000;
    const said = { text: 'Xin xem lại.' };
    expect((await service.json('POST', `/api/v1/receipts/${receipt}/appeals`, said)).status).toBe(202);
  };
  const ask = async (query: string, who: Headers = lan) =>
    (await service.json('GET', `/api/v1/queue?${query}`, undefined, who)).body;
  const listed = async (query = 'state=appeals') =>
    (await ask(query)).comments.map(({ body }: { body: string }) => body);
  return { service, lan, send, decide, appeal, ask, listed };
}

test('appeals stand by themselves, the one that waits longest first, however old its comment is', async () => {
  const { send, decide, appeal, ask, listed } = await startDesk();
  const [old, young] = [await send('Cũ'), await send('Mới')];
  await decide('reject', old.id, 1);
  await decide('spam', young.id, 1);
  await appeal(young.receipt);
  await appeal(old.receipt);
  for (let more = 0; more < 5; more += 1) await send(`Chờ ${more}`);
  expect(await listed()).toEqual(['Mới', 'Cũ']);
  expect(await listed('state=appeals&sort=newest')).toEqual(['Cũ', 'Mới']);
  expect((await listed('state=appeals&sort=risk')).sort()).toEqual(['Cũ', 'Mới']);
  expect(await listed('state=appeals&site=demo&q=cu')).toEqual(['Cũ']);
  const { appeals, counts, comments } = await ask('state=appeals');
  expect([appeals, counts.pending]).toEqual([2, 7]);
  expect(comments[0].appeal).toEqual({ text: 'Xin xem lại.', at: new Date(start + 3000).toISOString() });
});

test('pages of appeals follow each other without a gap', async () => {
  const { send, decide, appeal, ask } = await startDesk();
  const sent = [];
  for (let count = 0; count < 5; count += 1) sent.push(await send(`Số ${count}`));
  for (const { id } of sent) await decide('reject', id, 1);
  for (const { receipt } of sent.toReversed()) await appeal(receipt);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await ask(`state=appeals&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.comments.map(({ body }: { body: string }) => body));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual(['Số 4', 'Số 3', 'Số 2', 'Số 1', 'Số 0']);
});

test('a decision settles an appeal, and its undoing opens it again', async () => {
  const { service, lan, send, decide, appeal, ask, listed } = await startDesk();
  const { id, receipt } = await send('Oan');
  await decide('reject', id, 1);
  await appeal(receipt);
  const upheld = await decide('reject', id, 3);
  expect(upheld.results).toEqual([{ id, outcome: 'done', state: 'rejected', version: 4 }]);
  expect([await listed(), (await ask('')).appeals]).toEqual([[], 0]);
  expect(await listed('state=rejected&appealed=yes')).toEqual(['Oan']);
  await service.json('DELETE', `/api/v1/decisions/${upheld.id}`, undefined, lan);
  expect([await listed(), (await ask('')).appeals]).toEqual([['Oan'], 1]);
  await decide('publish', id, 5);
  expect([await listed(), (await ask('')).appeals, (await ask('')).counts.published]).toEqual([[], 0, 1]);
});

test('an appeal that came since is newer, and a comment that came since is not', async () => {
  const { service, lan, send, decide, appeal } = await startDesk();
  const { id, receipt } = await send('Oan');
  await decide('reject', id, 1);
  const since = new Date(service.clock.now).toISOString();
  const changes = async () =>
    (await service.json('GET', `/api/v1/queue/changes?state=appeals&since=${since}`, undefined, lan)).body;
  await send('Bình luận mới');
  expect(await changes()).toMatchObject({ newer: 0, appeals: 0 });
  await appeal(receipt);
  expect(await changes()).toMatchObject({ newer: 1, appeals: 1 });
});

test('all appeals are decided at once, and the next one is taken from among them', async () => {
  const { service, lan, send, decide, appeal, listed } = await startDesk();
  await send('Chờ lâu hơn');
  const { id, receipt } = await send('Oan');
  await decide('reject', id, 1);
  await appeal(receipt);
  const next = await service.json('POST', '/api/v1/claims', { state: 'appeals' }, lan);
  expect(next.body.id).toBe(id);
  const filter = { state: 'appeals' };
  const taken = await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'publish', filter, expected: 1 },
    lan,
  );
  expect([taken.status, await listed(), await service.published()]).toEqual([201, [], ['Oan']]);
});

test('a moderator of another site sees no appeal and counts none', async () => {
  const { service, send, decide, appeal, ask } = await startDesk();
  await service.addSite('khac', { captcha: 'off' });
  const stranger = await service.addModerator('Lạ', { sites: ['khac'] });
  const { id, receipt } = await send('Oan');
  await decide('reject', id, 1);
  await appeal(receipt);
  expect(await ask('state=appeals', stranger)).toMatchObject({ comments: [], appeals: 0 });
});

test('the desk has a tab of appeals', async () => {
  const { service, lan, send, decide, appeal } = await startDesk();
  const { id, receipt } = await send('Oan');
  await decide('reject', id, 1);
  await appeal(receipt);
  const page = await (await service.request('/moderation?state=appeals', { headers: lan })).text();
  expect(page).toMatch(/aria-current="page">Khiếu nại\s*<span class="count" data-count="appeals">1</);
  expect(page).toContain('Oan');
});
