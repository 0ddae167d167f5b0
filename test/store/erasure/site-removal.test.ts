import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#database';
import { moveArticles } from '../../../src/articles/move.ts';
import { purgeAged } from '../../../src/comments/purge.ts';
import { removeSite } from '../../../src/sites/remove.ts';
import { byCommand } from '../../../src/store/acts/record.ts';
import { build, type Database } from '../../../src/store/database.ts';
import { countAged } from '../../../src/store/erasure/aged.ts';
import { listSites } from '../../../src/store/sites.ts';
import { dyingAfter } from '../../support/dying.ts';
import { at, dayMs, decide, fill } from '../../support/filled.ts';
import { startService } from '../../support/service.ts';

const worldOf = (database: Database) => ({ database, now: () => at + 10 * dayMs, random: randomBytes });

async function startFilled(): Promise<Database> {
  const database = await openDatabase();
  await fill(database);
  await moveArticles(worldOf(database), { site: 'bao', by: byCommand }, [
    { from: '/bai-viet', to: '/moi', alias: true },
  ]);
  return database;
}

/** How many rows each table has, and how many of them name a site. */
async function rowsOf(database: Database, site: string): Promise<Record<string, number>> {
  const tables = await database.query(
    sql<{ name: string; ofSite: string | null }>`select name,
        (select name from pragma_table_info(tables.name) where name in ('site_id', 'comment_id') limit 1) as "ofSite"
      from sqlite_schema as tables where type = 'table' and name not like 'sqlite%' and name not like '\\_cf%' escape '\\'
        and name not like '%words%' and name not like 'd1_%'`.compile(build),
  );
  const counts: Record<string, number> = {};
  for (const { name, ofSite } of tables) {
    if (ofSite === null) continue;
    const named =
      ofSite === 'site_id'
        ? sql`site_id = ${site}`
        : sql`comment_id in (select id from comments where site_id = ${site})`;
    const [row] = await database.query(
      sql<{ count: number }>`select count(*) as count from ${sql.table(name)} where ${named}`.compile(build),
    );
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

const ids = async (database: Database, table: string) => {
  const rows = await database.query(
    sql<{ id: string }>`select id from ${sql.table(table)} order by id`.compile(build),
  );
  return rows.map(({ id }) => id);
};

test('a site goes with all that is its own, and what is another’s stays as it was', async () => {
  const database = await startFilled();
  const [before, others] = [await rowsOf(database, 'bao'), await rowsOf(database, 'tin')];
  expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(12);
  expect(await removeSite(worldOf(database), 'bao')).toMatchObject({
    comments: before.comments,
    articles: 1,
  });
  const { acts, ...after } = await rowsOf(database, 'bao');
  expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
  expect(acts).toBe((before.acts ?? 0) + 1);
  expect(await rowsOf(database, 'tin')).toEqual(others);
  expect(await ids(database, 'decisions')).toEqual(['first']);
  expect(await ids(database, 'sites')).toEqual(['tin']);
  const [act] = await database.query(
    sql<{
      details: string;
      ended: number;
    }>`select details, ended_at as ended from acts where kind = 'remove-site'`.compile(build),
  );
  expect([JSON.parse(act?.details ?? ''), act?.ended]).toEqual([
    { comments: before.comments, articles: 1 },
    at + 10 * dayMs,
  ]);
});

test('what is cut off at any write is whole once the site is removed again', async () => {
  let cuts = 0;
  for (let allowed = 0; ; allowed += 1) {
    const database = await startFilled();
    const others = await rowsOf(database, 'tin');
    const whole = await removeSite(worldOf(dyingAfter(database, allowed, 3)), 'bao').then(
      () => true,
      () => false,
    );
    if (!whole) await removeSite(worldOf(database), 'bao');
    const { acts: _, ...after } = await rowsOf(database, 'bao');
    expect([allowed, Object.values(after).every((count) => count === 0)]).toEqual([allowed, true]);
    expect(await rowsOf(database, 'tin')).toEqual(others);
    if (whole) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(3);
});

test('what has been spam or rejected for long goes; what is younger, decided since, or another site’s stays', async () => {
  const database = await startFilled();
  await decide(database, 'sixth', { action: 'reject', to: 'rejected' }, { c: 3 });
  const world = worldOf(database);
  const aged = { site: 'bao', state: 'rejected', before: at + dayMs } as const;
  expect(await countAged(database, { ...aged, before: at })).toBe(0);
  const rejected = await countAged(database, aged);
  expect(rejected).toBe(1);
  expect(await purgeAged(world, aged)).toBe(rejected);
  expect([await countAged(database, aged), (await ids(database, 'comments')).includes('c')]).toEqual([
    0,
    false,
  ]);
  const counts = await database.query(
    sql`select count from state_counts where site_id = 'bao' and state = 'rejected'`.compile(build),
  );
  expect(counts).toEqual([{ count: 0 }]);
  expect(await ids(database, 'comments')).toContain('other');
});

test('a purge that is cut off at any write is one act with what goes on from there, which counts each comment once', async () => {
  const aged = { site: 'bao', state: 'spam', before: at + dayMs } as const;
  for (let allowed = 0; ; allowed += 1) {
    const database = await startFilled();
    await database.query(
      sql`update comments set state = 'spam' where site_id = 'bao' and state <> 'withdrawn' and id <> 'answer'`.compile(
        build,
      ),
    );
    const comments = await countAged(database, aged);
    const whole = await purgeAged(worldOf(dyingAfter(database, allowed, 3)), aged).then(
      () => true,
      () => false,
    );
    if (!whole) await purgeAged(worldOf(database), aged);
    const acts = await database.query(
      sql<{
        told: string;
      }>`select kind || ' ' || (details ->> 'comments') || ' ' || (ended_at is not null) as told
        from acts where kind = 'purge'`.compile(build),
    );
    expect([allowed, acts, await countAged(database, aged)]).toEqual([
      allowed,
      [{ told: `purge ${comments} 1` }],
      0,
    ]);
    if (whole) break;
  }
});

test('what a moderator takes out of spam while it is purged stays, answered or not', async () => {
  const database = await startFilled();
  await database.query(sql`update comments set state = 'spam' where id in ('a', 'b')`.compile(build));
  const meanwhile = plain(database);
  let restored = false;
  meanwhile.batch = async (queries) => {
    if (!restored) {
      restored = true;
      const seen = await database.query(
        sql<{ id: string; version: number }>`select id, version from comments where id in ('a', 'b')`.compile(
          build,
        ),
      );
      const versions = Object.fromEntries(seen.map(({ id, version }) => [id, version]));
      await decide(database, 'back', { action: 'restore', to: 'pending' }, versions);
    }
    return database.batch(queries);
  };
  await purgeAged(worldOf(meanwhile), { site: 'bao', state: 'spam', before: at + dayMs });
  const kept = await database.query(
    sql<{
      id: string;
    }>`select id from comments where id in ('a', 'b') and state = 'pending' and body <> ''`.compile(build),
  );
  expect(kept.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a site that is being removed is there for nobody, however far that got', async () => {
  const service = await startService();
  const { database } = service.deps;
  await service.addSite('bao', { captcha: 'off', moderation: 'publish-clean' });
  const owner = await service.addModerator('Lan', { role: 'owner' });
  await service.send({ challenge: undefined }, { site: 'bao' });
  const asked = async () => {
    const list = await service.json('GET', '/api/v1/sites/bao/comments?article=/bai-viet');
    const queue = await service.json('GET', '/api/v1/queue?site=bao', undefined, owner);
    return [list.status, queue.status, (await listSites(database)).map(({ id }) => id)];
  };
  expect(await asked()).toEqual([200, 200, ['bao', 'demo']]);
  await expect(removeSite(worldOf(dyingAfter(database, 1, 3)), 'bao')).rejects.toThrow('killed');
  const [list, , sites] = await asked();
  expect([list, sites]).toEqual([404, ['demo']]);
  await removeSite(worldOf(database), 'bao');
  await service.addSite('bao');
  expect((await asked())[0]).toBe(200);
});

test('what somebody answered is emptied, since the answer refers to it', async () => {
  const database = await startFilled();
  await database.query(sql`update comments set state = 'spam' where id = 'a'`.compile(build));
  await purgeAged(worldOf(database), { site: 'bao', state: 'spam', before: at + dayMs });
  const [row] = await database.query(
    sql`select author, body, state from comments where id = 'a'`.compile(build),
  );
  expect(row).toEqual({ author: '', body: '', state: 'withdrawn' });
  expect(await ids(database, 'comments')).toContain('answer');
});

const plain = (inner: Database): Database => ({
  rowsAtOnce: inner.rowsAtOnce,
  query: (query) => inner.query(query),
  batch: (queries) => inner.batch(queries),
});
