import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { eraseComments } from '../../../src/comments/reader.ts';
import { cleanUp } from '../../../src/sites/retention.ts';
import { byReader } from '../../../src/store/acts/record.ts';
import { build } from '../../../src/store/database.ts';
import { type Service, startService } from '../../support/service.ts';

const dayMs = 86_400_000;
const threat = 'Tôi sẽ tìm đến tận nhà canaryone, hãy đợi đấy.';
const from = { 'x-test-peer': '203.0.113.9' };

const rows = <Row>({ deps }: Service, query: string) =>
  deps.database.query(sql<Row>`${sql.raw(query)}`.compile(build));

/** A published threat that a reader reported, and what its author and the moderators can do. */
async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const lan = await service.addModerator();
  const send = (body: string) => service.send({ challenge: undefined, body }, { headers: from });
  const { id, receipt } = (await send(threat)).body;
  await service.json('POST', `/api/v1/sites/demo/comments/${id}/reports`, {
    reason: 'insult',
    details: 'Đe dọa canarytwo',
  });
  const reported = async () => {
    const { body } = await service.json('GET', '/api/v1/queue?state=reported', undefined, lan);
    return {
      count: body.reported,
      shown: body.comments.map((one: Record<string, unknown>) => [
        one.id,
        one.body,
        one.takenBack,
        (one.reports as { details: string }[]).map(({ details }) => details),
      ]),
    };
  };
  const decide = async (action: string) => {
    const { body } = await service.json('GET', '/api/v1/queue?state=reported', undefined, lan);
    const comments = body.comments.map(({ id, version }: { id: string; version: number }) => ({
      id,
      version,
    }));
    return (await service.json('POST', '/api/v1/decisions', { action, comments }, lan)).body;
  };
  return { service, lan, send, id, receipt, reported, decide };
}

type Opened = Awaited<ReturnType<typeof newService>>;

/** Every way by which an author takes a comment back, and how moderators are told. */
const ways: Record<string, { how: string; takeBack: (opened: Opened) => Promise<unknown> }> = {
  'withdrawn through the API': {
    how: 'withdrawn',
    takeBack: ({ service, receipt }) => service.json('DELETE', `/api/v1/receipts/${receipt}`),
  },
  'erased through the API': {
    how: 'erased',
    takeBack: ({ service, receipt }) => service.json('POST', `/api/v1/receipts/${receipt}/erasure`),
  },
  'erased on the page of its receipt': {
    how: 'erased',
    takeBack: ({ service, receipt }) => service.form(`/receipts/${receipt}/erasure`, {}),
  },
  'withdrawn, and erased then': {
    how: 'erased',
    takeBack: async ({ service, receipt }) => {
      await service.json('DELETE', `/api/v1/receipts/${receipt}`);
      await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
    },
  },
  'erased by an operator': {
    how: 'erased',
    takeBack: ({ service, id }) => eraseComments(service.deps, [id], byReader),
  },
};

/** All that the database says, as text; the index of words but for what it is made of. */
async function everything(service: Service): Promise<string> {
  const tables = await rows<{ name: string }>(
    service,
    `select name from sqlite_schema where type = 'table' and name not like 'comment_words%'`,
  );
  return JSON.stringify(await Promise.all(tables.map(({ name }) => rows(service, `select * from ${name}`))));
}

const since = '2026-02-08T07:30:00.000Z';

describe.each(Object.entries(ways))('what readers reported, %s', (_, { how, takeBack }) => {
  test('is gone for readers at once, and stays for moderators until they settle it', async () => {
    const opened = await newService();
    const { service, id, lan, reported, decide } = opened;
    await takeBack(opened);
    expect(await service.published()).toEqual([]);
    const kept = { count: 1, shown: [[id, threat, { how, at: since }, ['Đe dọa canarytwo']]] };
    expect(await reported()).toEqual(kept);
    const page = await (await service.request('/moderation?state=reported', { headers: lan })).text();
    expect(page).toContain(how === 'erased' ? 'Tác giả đã xóa' : 'Tác giả đã rút lại');

    const decision = await decide('spam');
    expect(decision.results).toMatchObject([{ id, outcome: 'done', state: 'withdrawn' }]);
    expect(await reported()).toEqual({ count: 0, shown: [] });
    await service.json('DELETE', `/api/v1/decisions/${decision.id}`, undefined, lan);
    expect(await reported()).toEqual(kept);
    expect((await decide('publish')).results).toMatchObject([{ outcome: 'done', state: 'withdrawn' }]);
    expect(await service.published()).toEqual([]);

    await cleanUp(service.deps);
    expect(await rows(service, 'select * from kept_evidence')).toEqual([]);
    const left = await everything(service);
    expect([left.includes('canaryone'), left.includes('canarytwo')]).toEqual([
      how === 'withdrawn',
      how === 'withdrawn',
    ]);
    const log = await rows(service, 'select action from decisions order by rowid');
    expect(log).toEqual([{ action: 'spam' }, { action: 'undo' }, { action: 'publish' }]);
  });

  test('is let go after thirty days, although nobody settled it', async () => {
    const opened = await newService();
    const { service, reported } = opened;
    await service.setSite({ 'retention-days': 365 });
    await takeBack(opened);
    service.clock.now += 30 * dayMs - 1;
    await cleanUp(service.deps);
    expect((await reported()).count).toBe(1);
    service.clock.now += 1;
    await cleanUp(service.deps);
    expect(await reported()).toEqual({ count: 0, shown: [] });
    expect((await everything(service)).includes('canarytwo')).toBe(false);
    expect((await everything(service)).includes('canaryone')).toBe(how === 'withdrawn');
  });

  test('leaves its sender known, to be blocked and for the limits', async () => {
    const opened = await newService();
    const { service, send, id, lan } = opened;
    for (let count = 1; count < 10; count += 1) await send(`Ý kiến thứ ${count} của tôi về bài này.`);
    await takeBack(opened);
    expect((await send('Thêm một ý kiến nữa về bài này.')).status).toBe(429);
    service.clock.now += 2 * 3_600_000;
    expect((await send('Một ý kiến khác về bài này.')).status).toBe(202);
    const block = { ...lan, origin: 'http://comments.test' };
    expect((await service.form(`/moderation/comments/${id}/block`, { hours: '24' }, block)).status).toBe(303);
    expect((await send('Một ý kiến khác nữa về bài này.')).status).toBe(429);
  });
});

test('an operator may erase at once even what is reported, and who sent it', async () => {
  const { service, id, reported } = await newService();
  await eraseComments(service.deps, [id], byReader, true);
  expect(await reported()).toEqual({ count: 0, shown: [] });
  const left = await everything(service);
  expect([left.includes('canaryone'), left.includes('canarytwo')]).toEqual([false, false]);
  expect(await rows(service, 'select sender from comments')).toEqual([{ sender: '' }]);
});

test('an undoing that comes after the text was let go brings nothing back for long', async () => {
  const { service, id, lan, reported, decide } = await newService();
  await eraseComments(service.deps, [id], byReader);
  const decision = await decide('reject');
  await cleanUp(service.deps);
  await service.json('DELETE', `/api/v1/decisions/${decision.id}`, undefined, lan);
  await cleanUp(service.deps);
  expect(await reported()).toEqual({ count: 0, shown: [] });
});
