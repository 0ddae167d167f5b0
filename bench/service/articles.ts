import type SQLite from 'better-sqlite3';
import type { Article } from '../seed/articles.ts';
import { composeComment, type SeededComment, type World } from '../seed/comment.ts';
import { openFast } from '../seed/connection.ts';
import { Dice } from '../seed/dice.ts';
import { Crowd } from '../seed/people.ts';
import { fillPool } from '../seed/pool.ts';
import { Writer } from '../seed/writer.ts';

export const site = 'bench';
export const small = { key: '/bench/200', comments: 200 };
export const big = { key: '/bench/20000', comments: 20_000 };

const dayMs = 24 * 3_600_000;

/** Adds our site, whose limits are off, and two articles that begin with the same published comments. */
export function addArticles(path: string): void {
  const connection = openFast(path);
  addSite(connection);
  const dice = new Dice(20_000);
  const until = Date.now() - 2 * dayMs;
  const writer = new Writer(connection, until, dice);
  const [long, short] = [newArticle(big.key), newArticle(small.key)];
  writer.article(long);
  writer.article(short);
  const twins = new Map<string, string>();
  for (const comment of publishedComments(long, until, dice)) {
    writer.comment(comment);
    if (twins.size < small.comments) writer.comment(twinOf(comment, short, twins, dice));
  }
  writer.close();
  connection.pragma('wal_checkpoint(truncate)');
  connection.close();
}

function addSite(connection: SQLite.Database): void {
  connection
    .prepare(
      `insert into sites (id, name, pace, article_per_hour, site_per_hour, created_at)
         values (?, 'Bench', 'off', 0, 0, ?)`,
    )
    .run(site, Date.now());
}

function newArticle(key: string): Article {
  const url = `https://bench.example${key}`;
  return { row: 0, site, key, title: 'Đường làng mùa nước nổi', url, createdAt: 0, answerable: [] };
}

function* publishedComments(article: Article, until: number, dice: Dice): Generator<SeededComment> {
  const from = until - 30 * dayMs;
  const crowd = new Crowd(big.comments / 6, dice);
  const pool = fillPool(dice, 2000);
  const world: World = { dice, pool, crowd, articles: [article], pending: 0.01, from, until };
  const step = (until - from) / big.comments;
  for (let count = 0; count < big.comments; count++) {
    let comment: SeededComment;
    do comment = composeComment(world, Math.floor(from + count * step));
    while (comment.state !== 'published');
    yield comment;
  }
}

/** The same under another article. */
function twinOf(
  comment: SeededComment,
  article: Article,
  twins: Map<string, string>,
  dice: Dice,
): SeededComment {
  const id = dice.id();
  twins.set(comment.id, id);
  return { ...comment, id, article, parentId: twins.get(comment.parentId ?? '') ?? null };
}
