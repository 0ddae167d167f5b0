import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readsAll } from '../../src/acts/reader.ts';
import { undoAct } from '../../src/acts/undo.ts';
import { endActs } from '../../src/acts/unended.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { findAct } from '../../src/store/acts.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { build, type Database } from '../../src/store/database.ts';
import { eraseComment } from '../../src/store/erasure/erasure.ts';
import { dyingAfter } from '../support/dying.ts';
import { at, bring, disqusFile, faults, listRows, type Opened, openSite } from './importing.ts';

const worldOf = (database: Database) => ({ database, now: () => at, random: randomBytes });

async function undo({ database }: Pick<Opened, 'database'> | { database: Database }, id: string | null) {
  const act = await findAct(database, readsAll, id ?? '');
  if (!act) throw new Error('there is no such act');
  return undoAct(worldOf(database), act, byCommand);
}

const posts = Array.from({ length: 60 }, (_, index) => ({
  id: String(index + 1),
  email: `nguoi-${index}@vd.example`,
  ...(index % 3 > 0 && { parent: String(index) }),
}));
const file = () => disqusFile([{ id: '1', link: 'https://bao.example/bai' }], posts);

/** All but acts, and what is of them. */
async function comments(database: Database) {
  const rows = await listRows(database);
  return rows.filter(({ kind }) => !['act', 'imported', 'article', 'moderator'].includes(kind));
}

async function idOf({ database }: Opened, sourceId: string): Promise<string> {
  const [row] = await database.query(
    sql<{ id: string }>`select comment_id as id from imported_comments where source_id = ${sourceId}`.compile(
      build,
    ),
  );
  return row?.id ?? '';
}

/** A reader answers one, a moderator decides about another, a reader reports a third, and a fourth is erased. */
async function useIt(opened: Opened) {
  const { database } = opened;
  const [answered, decided, reported, erased] = await Promise.all(
    ['2', '7', '10', '13'].map((id) => idOf(opened, id)),
  );
  await storeComment(database, {
    ...{ id: 'a-reply', site: 'bao', article: { key: '/bai', title: '', url: '' }, parentId: answered ?? '' },
    ...{ author: 'Bạn', email: null, body: 'Tôi trả lời', state: 'published', risk: 0, shippedRisk: null },
    ...{ learnedRisk: null, sender: 's', fingerprint: 'f', sketch: '', createdAt: at, findings: [] },
    idempotency: undefined,
  });
  await database.batch([
    sql`insert into moderators (id, name, password, role, all_sites, created_at) values ('m', 'Lan', '', 'owner', 1, 1)`.compile(
      build,
    ),
    sql`insert into decisions (id, moderator_id, action, created_at) values ('d', 'm', 'reject', ${at})`.compile(
      build,
    ),
    sql`update comments set state = 'rejected', version = 2 where id = ${decided}`.compile(build),
    sql`insert into decided_comments (decision_id, comment_id, from_state, to_state, version)
      values ('d', ${decided}, 'published', 'rejected', 2)`.compile(build),
    sql`insert into reports (comment_id, sender, reason, created_at) values (${reported}, 's', 'spam', ${at})`.compile(
      build,
    ),
  ]);
  await eraseComment(database, erased ?? '', { now: at });
}

test('an import that nobody touched is undone without a trace, and comes back', async () => {
  const opened = await openSite();
  const before = await comments(opened.database);
  const { act } = await bring(opened, 'disqus', file());
  const whole = await comments(opened.database);
  await undo(opened, act);
  expect(await comments(opened.database)).toEqual(before);
  expect(faults(opened.path)).toEqual([]);
  await bring(opened, 'disqus', file());
  expect(await comments(opened.database)).toEqual(whole);
  expect(faults(opened.path)).toEqual([]);
});

test('what was answered, decided or reported since is emptied, and comes back; what was erased does not', async () => {
  const opened = await openSite();
  const { act } = await bring(opened, 'disqus', file());
  await useIt(opened);
  await undo(opened, act);
  const left = async () =>
    opened.database.query(
      sql<{ id: string; state: string; body: string }>`select comments.id, state, body from comments
        order by created_at`.compile(build),
    );
  const emptied = { state: 'withdrawn', body: '' };
  expect((await left()).map(({ state, body }) => ({ state, body }))).toEqual([
    ...Array.from({ length: 5 }, () => emptied),
    { state: 'published', body: 'Tôi trả lời' },
  ]);
  expect(faults(opened.path)).toEqual([]);

  const again = await bring(opened, 'disqus', file());
  expect(again.counts.comments).toMatchObject({ added: 59, alreadyHere: 1 });
  const empty = (await left()).filter(({ body }) => body === '');
  expect(empty.length).toBe(1);
  expect(faults(opened.path)).toEqual([]);
});

test('an undoing that was killed at any write is brought to its end', async () => {
  const undone = async (writes: number) => {
    const opened = await openSite();
    const { act } = await bring(opened, 'disqus', file());
    await useIt(opened);
    const dying = { ...opened, database: dyingAfter(opened.database, writes) };
    const alive = await undo(dying, act).then(
      () => true,
      () => false,
    );
    if (!alive && writes === 0) await undo(opened, act);
    await endActs(worldOf(opened.database), at);
    expect(faults(opened.path)).toEqual([]);
    return { alive, rows: await comments(opened.database) };
  };
  const { rows } = await undone(Number.POSITIVE_INFINITY);
  for (let writes = 0, alive = false; !alive; writes += 1) {
    const killed = await undone(writes);
    expect(killed.rows).toEqual(rows);
    alive = killed.alive;
  }
});

test('an import that was cut off is undone too, and does not go on', async () => {
  const opened = await openSite();
  const many = disqusFile(
    [{ id: '1', link: 'https://bao.example/bai' }],
    Array.from({ length: 250 }, (_, index) => ({ id: String(index + 1) })),
  );
  let cut: Promise<unknown> | undefined;
  const database: Database = {
    rowsAtOnce: 10,
    query: (query) => opened.database.query(query),
    batch: async (queries) => {
      const done = await opened.database.batch(queries);
      if (queries.some(({ sql }) => sql.includes('insert into imported_comments')))
        cut ??= opened.database
          .query(sql<{ id: string }>`select id from acts where kind = 'import'`.compile(build))
          .then(([act]) => undo(opened, act?.id ?? null));
      await cut;
      return done;
    },
  };
  await expect(bring({ ...opened, database }, 'disqus', many)).rejects.toThrow('it was undone meanwhile');
  expect(await comments(opened.database)).toEqual(await comments((await openSite()).database));
  expect((await bring(opened, 'disqus', many)).counts.comments.added).toBe(250);
});
