import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readsAll } from '../../src/acts/reader.ts';
import { undoAct } from '../../src/acts/undo.ts';
import { moveArticles } from '../../src/articles/move.ts';
import { writeJsonl } from '../../src/moving/out/jsonl.ts';
import { eventKinds } from '../../src/notices/event.ts';
import { addChannel } from '../../src/notices/set-up.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { findAct } from '../../src/store/acts.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { build, type Database } from '../../src/store/database.ts';
import { usual } from '../support/filled.ts';
import { newFolder } from '../support/new-folder.ts';
import { at, bring, openSite, pathOf } from './importing.ts';

const worldOf = (database: Database) => ({ database, now: () => at, random: randomBytes });

/** A publication with a channel that asks for all there is, and what is there to be told. */
async function openListened() {
  const opened = await openSite();
  const { database } = opened;
  await addChannel(
    { ...worldOf(database), secret: 'a secret for tests, of 32 characters or more' },
    { site: 'bao', by: byCommand, reach: { loopback: false } },
    { kind: 'standard', url: 'https://hooks.example.com/', events: eventKinds },
  );
  const events = async () =>
    (await database.query(sql<{ kind: string }>`select kind from events`.compile(build))).map(
      ({ kind }) => kind,
    );
  return { ...opened, events };
}

test('a history that comes in tells nobody, whatever it was written by, and neither does its going', async () => {
  const opened = await openListened();
  const { database, events } = opened;
  const files = [
    ['disqus', 'disqus.xml'],
    ['wordpress', 'wordpress.xml'],
    ['isso', 'isso.db'],
    ['remark42', 'remark42.gz'],
    ['artalk', 'artalk.artrans'],
    ['waline', 'waline.json'],
    ['twikoo', 'twikoo.json'],
    ['commento', 'commento.json'],
  ] as const;
  for (const [format, name] of files) {
    const { act, counts } = await bring(opened, format, pathOf(name));
    expect([name, counts.comments.added > 0, await events()]).toEqual([name, true, []]);
    const done = await findAct(database, readsAll, act ?? '');
    if (done) await undoAct(worldOf(database), done, byCommand);
    expect([name, await events()]).toEqual([name, []]);
  }
  await storeComment(database, { ...usual, id: 'new', site: 'bao', state: 'pending' });
  expect(await events()).toEqual(['comment.held']);
});

test('what we wrote ourselves tells nobody where it comes in, and nothing of channels is in it', async () => {
  const from = await openListened();
  for (const state of ['pending', 'published'] as const)
    await storeComment(from.database, { ...usual, id: state, site: 'bao', body: `Ý kiến ${state}.`, state });
  let text = '';
  for await (const line of writeJsonl(from.database, from.site)) text += line;
  const path = join(newFolder(), 'bao.jsonl');
  writeFileSync(path, text);
  const to = await openListened();
  const { counts } = await bring(to, 'jsonl', path);
  expect([counts.comments.added, await to.events()]).toEqual([2, []]);
  expect(readFileSync(path, 'utf8')).not.toContain('hooks.example.com');
});

test('comments that move with their article tell nobody, there and back', async () => {
  const { database, events } = await openListened();
  await storeComment(database, { ...usual, id: 'one', site: 'bao', state: 'published' });
  const before = await events();
  const moves = [{ from: '/bai-viet', to: '/noi-khac', alias: false }];
  const { act } = await moveArticles(worldOf(database), { site: 'bao', by: byCommand }, moves);
  const done = await findAct(database, readsAll, act ?? '');
  expect(done).toBeDefined();
  if (done) await undoAct(worldOf(database), done, byCommand);
  expect([before, await events()]).toEqual([['comment.published'], ['comment.published']]);
});
