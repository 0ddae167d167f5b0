import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../../src/store/database.ts';
import { open, read } from './trusting.ts';

test('what is kept leaves the tab, is told in the log, and comes back when that is undone', async () => {
  const { service, lan, send, decide, earn, undo, tab } = await open();
  await earn();
  const { id } = await send();
  const kept = await decide('publish', id);
  expect(kept.results).toEqual([{ id, outcome: 'done', state: 'published', version: 2 }]);
  expect([(await tab()).trusted, (await read(service, lan, id)).trusted]).toEqual([0, 'reviewed']);
  expect((await read(service, lan, id)).decided).toMatchObject({ by: 'Lan', action: 'publish' });
  const twice = await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'publish', comments: [{ id, version: 1 }] },
    lan,
  );
  expect(twice.body.results[0].outcome).toBe('conflict');
  const undone = await undo(kept.id);
  expect([(await tab()).trusted, (await read(service, lan, id)).trusted]).toEqual([1, 'unreviewed']);
  await undo(undone.body.id);
  expect([(await tab()).trusted, await service.published()].flat()).toHaveLength(4);
  expect((await read(service, lan, id)).trusted).toBe('reviewed');
});

test('what was kept once stays reviewed when a later decision about it is undone', async () => {
  const { service, lan, send, decide, earn, undo, tab } = await open();
  await earn();
  const { id } = await send();
  await decide('publish', id);
  const rejected = await decide('reject', id);
  await undo(rejected.id);
  expect([(await read(service, lan, id)).trusted, (await tab()).trusted]).toEqual(['reviewed', 0]);
});

test('a rejection in the tab takes the trust away, and its mark stays for ever', async () => {
  const { service, lan, send, decide, earn, tab } = await open();
  await earn();
  const { id } = await send();
  await decide('reject', id);
  expect([(await tab()).trusted, (await read(service, lan, id)).trusted]).toEqual([0, 'reviewed']);
  expect((await send()).state).toBe('pending');
});

test('all of the tab are kept at once, if they are as many as the moderator saw, and undone as one', async () => {
  const { service, lan, send, earn, undo, tab } = await open();
  await earn();
  for (let more = 0; more < 3; more += 1) await send();
  const sweep = (expected: number) =>
    service.json(
      'POST',
      '/api/v1/decisions',
      { action: 'publish', filter: { state: 'trusted' }, expected },
      lan,
    );
  expect([(await sweep(2)).status, (await tab()).trusted]).toEqual([409, 3]);
  const { body } = await sweep(3);
  expect([body.results.length, (await tab()).trusted]).toEqual([3, 0]);
  await undo(body.id);
  expect((await tab()).trusted).toBe(3);
});

test('the newest is first where nothing else is asked, and pages follow each other without a gap', async () => {
  const { send, earn, tab } = await open();
  await earn();
  for (let more = 0; more < 5; more += 1) await send();
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await tab(`&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.comments.map(({ body }: { body: string }) => body.replace(/\D/g, '')));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual(['7', '6', '5', '4', '3']);
  const oldest = (await tab('&sort=oldest&site=demo')).comments;
  expect(oldest.map(({ body }: { body: string }) => body.replace(/\D/g, ''))).toEqual(seen.toReversed());
  expect((await tab('&q=thu+6')).comments).toHaveLength(1);
});

test('to keep is no second publishing: nobody is told, no wait is counted, and the filter learns of a person', async () => {
  const { service, send, decide, earn } = await open();
  const ask = async () => {
    const [row] = await service.deps.database.query(
      sql<object>`select (select count(*) from events) as told, (select sum(count) from wait_counts) as waits,
        (select published_count from articles) as published,
        (select count(*) from comments where lesson = 'publish') as lessons,
        (select sum(published) from moderator_days) as decided`.compile(build),
    );
    return row;
  };
  await service.deps.database.query(
    sql`insert into channels (id, site_id, kind, sealed_url, shown, events, grouped, created_at)
      values ('c', 'demo', 'standard', '', '', '["comment.published"]', 0, 0)`.compile(build),
  );
  await earn();
  const { id } = await send();
  expect(await ask()).toEqual({ told: 3, waits: 2, published: 3, lessons: 2, decided: 2 });
  await decide('publish', id);
  expect(await ask()).toEqual({ told: 3, waits: 2, published: 3, lessons: 3, decided: 3 });
});

test('a moderator of another site sees nothing of the tab', async () => {
  const { service, send, earn } = await open();
  await service.addSite('khac');
  const stranger = await service.addModerator('Lạ', { sites: ['khac'] });
  await earn();
  await send();
  const { body } = await service.json('GET', '/api/v1/queue?state=trusted', undefined, stranger);
  expect([body.comments, body.trusted]).toEqual([[], 0]);
});
