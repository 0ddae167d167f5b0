import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { readsAll } from '../../src/acts/reader.ts';
import { foldKeys } from '../../src/articles/fold.ts';
import { canonicalKey } from '../../src/articles/key.ts';
import { moveArticles } from '../../src/articles/move.ts';
import { undoMove } from '../../src/articles/undo-move.ts';
import { ensureDemoSite } from '../../src/sites/demo.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { findAct } from '../../src/store/acts.ts';
import { keepSaying } from '../../src/store/articles/sayings.ts';
import { build, type Database } from '../../src/store/database.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { readArguments } from '../arguments.ts';

// What it costs to give keys their one form, and to move an article with many comments.

const { numberOf } = readArguments('npm run bench:articles -- [--comments N] [--fold N]', {
  comments: { type: 'string', default: '20000' },
  fold: { type: 'string', default: '200000' },
});
const comments = numberOf('comments', 1, 10_000_000);
const folded = numberOf('fold', 1, 10_000_000);

function timeKeys(): void {
  const makers: Record<string, (index: number) => string> = {
    'a plain key': (index) => `/tin-tuc/bai-viet-hay-so-${index}.html`,
    'a key in Vietnamese': (index) => `/tin-tức/bài-viết-hay-số-${index}`,
    'an encoded key': (index) => `/tin-t%E1%BB%A9c/b%C3%A0i-vi%E1%BA%BFt-${index}/`,
  };
  for (const [name, make] of Object.entries(makers)) {
    const keys = Array.from({ length: 200_000 }, (_, index) => make(index));
    const began = performance.now();
    for (const key of keys) canonicalKey(key);
    const each = ((performance.now() - began) / keys.length) * 1000;
    tell(name, `${each.toFixed(2)} µs`, 'under 2 µs');
  }
}

async function timeMove(database: Database, comments: number): Promise<void> {
  const world = { database, now: Date.now, random: randomBytes };
  for (const key of ['/from', '/to']) await fill(database, key, comments, 1);
  const move = { from: '/from', to: '/to', alias: true };
  const { result, ms, gap } = await timed(() => moveArticles(world, { site: 'demo', by: byCommand }, [move]));
  tell(
    `moving ${comments} comments to others`,
    `${Math.round(ms)} ms, nobody waits over ${gap} ms`,
    'under 1 s, 50 ms',
  );
  const act = await findAct(database, readsAll, result.act ?? '');
  if (!act) throw new Error('the move is no act');
  const undone = await timed(() => undoMove(world, act, byCommand));
  tell('undoing that', `${Math.round(undone.ms)} ms, nobody waits over ${undone.gap} ms`, 'under 1 s, 50 ms');
}

async function timeFold(database: Database, comments: number): Promise<void> {
  const each = 20;
  const articles = Math.ceil(comments / each / 2);
  for (const slash of ['', '/']) {
    await database.query(
      sql`insert into articles (site_id, key, created_at) select 'demo', '/fold/' || value || ${slash}, 1
        from json_each(${numbers(articles)})`.compile(build),
    );
  }
  await database.query(
    sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      select 'fold-' || articles.id || '-' || value, 'demo', articles.id, 'Hòa', 'Một ý kiến.', 'published', 0, '', '', value
      from articles join json_each(${numbers(each)}) where articles.key like '/fold/%'`.compile(build),
  );
  const { ms } = await timed(() => foldKeys({ database, now: Date.now, random: randomBytes }));
  const million = (ms / (articles * 2 * each)) * 1_000_000;
  tell(
    `folding ${articles * 2} articles of ${articles * 2 * each} comments`,
    `${Math.round(ms)} ms, so ${Math.round(million / 1000)} s for a million`,
    'under 60 s',
  );
}

async function fill(database: Database, key: string, count: number, from: number): Promise<void> {
  await database.batch([
    sql`insert into articles (site_id, key, created_at) values ('demo', ${key}, ${from})`.compile(build),
    keepSaying({ site: 'demo', key, title: 'Bài viết', url: '' }),
    sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at,
        saying)
      select ${key} || value, 'demo', articles.id, 'Hòa', 'Một ý kiến.',
        iif(value % 3, 'published', 'spam'), 0, '', '', value * 1000, said.number
      from articles join article_sayings as said on said.article_id = articles.id and articles.key = ${key} join json_each(${numbers(count)})`.compile(
      build,
    ),
  ]);
}

const numbers = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => index));

async function timed<Result>(work: () => Promise<Result>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  delay.disable();
  return { result, ms, gap: Math.ceil(delay.max / 1e6) };
}

function tell(what: string, is: string, reach: string): void {
  console.log(`${what.padEnd(48)} ${is.padEnd(44)} ${reach}`);
}

timeKeys();
const folder = mkdtempSync(join(tmpdir(), 'binh-luan-bench-'));
const database = openDataDir(folder);
try {
  await ensureDemoSite({ database, now: Date.now, random: randomBytes }, 'http://localhost:8787');
  await timeMove(database, comments);
  await timeFold(database, folded);
} finally {
  await database.close();
  rmSync(folder, { recursive: true });
}
