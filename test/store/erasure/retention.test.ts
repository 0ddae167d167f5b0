import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanUp } from '../../../src/sites/retention.ts';
import { build } from '../../../src/store/database.ts';
import { eraseTraces } from '../../../src/store/erasure/retention.ts';
import { blockSender } from '../../../src/store/limits/blocks.ts';
import { renewSenderKeys } from '../../../src/store/limits/sender-keys.ts';
import { type Service, start, startService } from '../../support/service.ts';

const dayMs = 24 * 60 * 60_000;
const email = 'hoa@mail.example';

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  let sent = 0;
  const send = (headers = {}) => {
    sent += 1;
    return service.send(
      { email, challenge: undefined, body: `Ý kiến số ${sent} của tôi.` },
      { headers: { 'idempotency-key': `key-${sent}`, ...headers } },
    );
  };
  return { service, send };
}

const rows = <Row>({ deps }: Service, query: string) =>
  deps.database.query(sql<Row>`${sql.raw(query)}`.compile(build));

/** Of each comment, oldest first, whether its sender and its e-mail address are kept. */
async function traces(service: Service): Promise<string> {
  const found = await rows<{ kept: string }>(
    service,
    `select (sender <> '') || (email is not null) as kept from comments order by created_at, id`,
  );
  return found.map(({ kept }) => kept).join(' ');
}

test('senders and e-mail addresses are erased once they are as old as the site says, and not before', async () => {
  const { service, send } = await newService();
  await send();
  service.clock.now += dayMs;
  await send();
  service.clock.now = start + 30 * dayMs - 1;
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('11 11');
  service.clock.now += 1;
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('00 11');
  service.clock.now += dayMs;
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('00 00');
});

test('each site keeps its own time, and a shorter one counts for what is there already', async () => {
  const { service, send } = await newService();
  await service.addSite('bao', { captcha: 'off', 'retention-days': 3650 });
  await send();
  await service.send({ email, challenge: undefined }, { site: 'bao' });
  service.clock.now += 2 * dayMs;
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('11 11');
  await service.setSite({ 'retention-days': 1 });
  await cleanUp(service.deps);
  expect(await rows(service, `select site_id from comments where sender = '' and email is null`)).toEqual([
    { site_id: 'demo' },
  ]);
});

test('of thousands of what comes often, all that is over is forgotten, and nothing that lives', async () => {
  const { service } = await newService();
  await service.deps.database.batch([
    sql`with recursive count (n) as (select 1 union all select n + 1 from count where n < 5000)
      insert into rates (subject, free_at) select 'sender ' || n, iif(n % 100 = 0, ${start + 1}, ${start} - n) from count`.compile(
      build,
    ),
    sql`with recursive count (n) as (select 1 union all select n + 1 from count where n < 2500)
      insert into used_challenges (id, expires_at) select n, ${start} + (n = 1001) from count`.compile(build),
  ]);
  await cleanUp(service.deps);
  expect(await rows(service, 'select count(*) as kept, min(free_at) as least from rates')).toEqual([
    { kept: 50, least: start + 1 },
  ]);
  expect(await rows(service, 'select id from used_challenges')).toEqual([{ id: '1001' }]);
});

test('a longer time, or a clock that went ahead and back, leaves nothing out', async () => {
  const { service, send } = await newService();
  await send();
  service.clock.now += 400 * dayMs;
  await cleanUp(service.deps);
  await send();
  service.clock.now = start + 800 * dayMs;
  await cleanUp(service.deps);
  service.clock.now = start + dayMs;
  await send();
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('00 11 00');
  service.clock.now += 30 * dayMs;
  await cleanUp(service.deps);
  expect(await traces(service)).toBe('00 00 00');
});

test('many comments are erased in steps, of every state, also those of one moment', async () => {
  const { service, send } = await newService();
  await send();
  await service.deps.database.query(
    sql`with recursive numbers(value) as (select 1 union all select value + 1 from numbers where value < 700)
      insert into comments (id, site_id, article_id, author, email, body, state, risk, sender, fingerprint, created_at)
      select 'c' || value, site_id, article_id, author, email, body,
        '["pending","published","rejected","spam","withdrawn"]' ->> (value % 5), risk, sender, '',
        created_at + min(value, 450)
      from comments cross join numbers`.compile(build),
  );
  const until = start + 1000;
  let steps = 0;
  while (await eraseTraces(service.deps.database, 'demo', until)) steps += 1;
  expect(steps).toBe(3);
  expect(
    await rows(service, `select count(*) as kept from comments where sender <> '' or email <> ''`),
  ).toEqual([{ kept: 0 }]);
});

test('who reported is erased too, and the report stays', async () => {
  const { service, send } = await newService();
  const { id } = (await send()).body;
  const report = (peer: string) =>
    service.json(
      'POST',
      `/api/v1/sites/demo/comments/${id}/reports`,
      { reason: 'spam' },
      { 'x-test-peer': peer },
    );
  await report('203.0.113.1');
  await report('203.0.113.2');
  const before = await rows<{ sender: string }>(service, 'select sender from reports');
  service.clock.now += 30 * dayMs;
  await cleanUp(service.deps);
  const after = await rows<{ sender: string }>(service, 'select sender from reports');
  expect([before.length, new Set(after.map(({ sender }) => sender)).size]).toEqual([2, 2]);
  expect(after.filter(({ sender }) => !/^erased [0-9a-f]{32}$/.test(sender))).toEqual([]);
  await cleanUp(service.deps);
  expect(await rows(service, 'select sender from reports')).toEqual(after);
});

test('who liked is let go in the time of the site, and the likes stay counted', async () => {
  const { service, send } = await newService();
  const { id } = (await send()).body;
  await service.addSite('bao', { captcha: 'off', moderation: 'publish-clean', 'retention-days': 3650 });
  const other = (await service.send({ challenge: undefined }, { site: 'bao' })).body.id;
  const like = async (at: number, to = id, site = 'demo', method = 'PUT') =>
    (
      await service.json(method, `/api/v1/sites/${site}/comments/${to}/like`, undefined, {
        'x-test-peer': `203.0.113.${at}`,
      })
    ).body;
  await rows(
    service,
    `insert into likes with recursive numbers(value) as (select 1 union all select value + 1 from numbers where value < 250)
      select '${id}', 'demo', 's' || value, ${start} from numbers`,
  );
  await like(1, other, 'bao');
  service.clock.now += 20 * dayMs;
  expect(await like(251)).toEqual({ likes: 251, liked: true });
  service.clock.now += 10 * dayMs;
  await cleanUp(service.deps);
  expect(await rows(service, 'select site_id, count(*) as kept from likes group by 1 order by 1')).toEqual([
    { site_id: 'bao', kept: 1 },
    { site_id: 'demo', kept: 1 },
  ]);
  expect(await like(251, id, 'demo', 'DELETE')).toEqual({ likes: 250, liked: false });
  expect(await like(252)).toEqual({ likes: 251, liked: true });
});

test('a comment that is taken back keeps its likes, and one that is erased takes them with it', async () => {
  const { service, send } = await newService();
  const { id, receipt } = (await send()).body;
  await rows(
    service,
    `insert into likes with recursive numbers(value) as (select 1 union all select value + 1 from numbers where value < 450)
      select '${id}', 'demo', 's' || value, ${start} from numbers`,
  );
  const kept = () => rows(service, 'select likes, (select count(*) from likes) as rows from comments');
  await service.json('DELETE', `/api/v1/receipts/${receipt}`);
  expect(await kept()).toEqual([{ likes: 450, rows: 450 }]);
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect(await kept()).toEqual([{ likes: 0, rows: 0 }]);
});

test('what has expired is forgotten, and what has not stays', async () => {
  const { service } = await newService();
  const { database } = service.deps;
  await service.setSite({ captcha: 'on', pace: 'on' });
  await service.addModerator('Lan');
  const [lan] = await rows<{ id: string }>(service, 'select id from moderators');
  const { id } = (
    await service.send(
      { body: 'Một ý kiến đủ dài để có bản phác của nó trong đó.' },
      { headers: { 'idempotency-key': 'k' } },
    )
  ).body;
  await blockSender(database, {
    site: 'demo',
    sender: 'x',
    moderatorId: lan?.id ?? '',
    now: start,
    until: start + 1,
  });
  await rows(service, `insert into claims values ('${id}', '${lan?.id}', ${start + 1})`);
  await rows(service, `insert into setup_links values ('h', ${start + 1})`);
  await rows(
    service,
    `insert into credentials (hash, moderator_id, kind, created_at, expires_at)
    values ('h', '${lan?.id}', 'session', ${start}, ${start + 1})`,
  );
  const counts = async () => {
    const names = [
      'used_challenges',
      'attempts',
      'rates',
      'credentials',
      'setup_links',
      'claims',
      'blocks',
      'idempotency_keys',
      'sketch_parts',
    ];
    const counted: [string, number | undefined][] = [];
    for (const name of names) {
      const [row] = await rows<{ kept: number }>(service, `select count(*) > 0 as kept from ${name}`);
      counted.push([name, row?.kept]);
    }
    return Object.fromEntries(counted);
  };
  const all = await counts();
  await cleanUp(service.deps);
  expect(Object.values(all)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await counts()).toEqual(all);
  service.clock.now += 2 * dayMs;
  await cleanUp(service.deps);
  const none = Object.fromEntries(Object.keys(all).map((name) => [name, 0]));
  expect(await counts()).toEqual({ ...none, credentials: 1 });
  expect(await rows(service, 'select kind from credentials')).toEqual([{ kind: 'token' }]);
});

test('of processes that renew the key of a site at once, all get the same one', async () => {
  const { service } = await newService();
  const { database } = service.deps;
  await service.addSite('bao');
  const keys = await Promise.all(
    ['a', 'b', 'c'].map((key) => renewSenderKeys(database, 'bao', { createdAt: start, key }, dayMs)),
  );
  expect(keys).toEqual(Array(3).fill([{ createdAt: start, key: 'a' }]));
  expect(await renewSenderKeys(database, 'bao', { createdAt: start + dayMs, key: 'd' }, dayMs)).toEqual([
    { createdAt: start + dayMs, key: 'd' },
    { createdAt: start, key: 'a' },
  ]);
  expect(await renewSenderKeys(database, 'bao', { createdAt: start + 2 * dayMs, key: 'e' }, dayMs)).toEqual([
    { createdAt: start + 2 * dayMs, key: 'e' },
    { createdAt: start + dayMs, key: 'd' },
  ]);
});
