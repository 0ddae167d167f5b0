import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type SQLite from 'better-sqlite3';
import { composeArticles } from './articles.ts';
import { arrivals, daysBack } from './calendar.ts';
import { composeComment } from './comment.ts';
import { openFast } from './connection.ts';
import { DecisionBook } from './decisions.ts';
import { Dice } from './dice.ts';
import { type Options, readOptions } from './options.ts';
import { Crowd } from './people.ts';
import { fillPool } from './pool.ts';
import { addSites, addStaff } from './staff.ts';
import { wrongCounters } from './verify.ts';
import { Writer } from './writer.ts';

const directory = process.env.DATA_DIR ?? './data';

/** Fills the database of DATA_DIR with comments as a newspaper gets them, beside what is there. */
async function seed(options: Options): Promise<void> {
  const started = Date.now();
  const connection = openFast(directory);
  const password = options.password ?? randomBytes(9).toString('base64url');
  await write(connection, options, password, started);
  const wrong = wrongCounters(connection);
  if (wrong.length > 0) throw new Error(`these counters are wrong: ${wrong.join(', ')}`);
  connection.pragma('wal_checkpoint(truncate)');
  connection.close();
  const megabytes = statSync(join(directory, 'binh-luan.db')).size / 1e6;
  console.log(
    `${options.comments} comments in ${seconds(started)} s, ${megabytes.toFixed(0)} MB, counters verified`,
  );
  console.log(`sign in as Lan, an owner, with the password ${password} (unless there was a Lan before)`);
}

async function write(
  connection: SQLite.Database,
  options: Options,
  password: string,
  started: number,
): Promise<void> {
  const { comments, until, pending } = options;
  const dice = new Dice(options.seed);
  const from = until - daysBack * 86_400_000;
  const sites = addSites(connection, options.sites, from);
  const staff = await addStaff(connection, password, from, dice);
  const articles = composeArticles(sites, options.articles, [from, until], dice);
  const crowd = new Crowd(comments / 6, dice);
  const world = { dice, pool: fillPool(dice, comments), crowd, articles, pending, from, until };
  const writer = new Writer(connection, until, dice);
  const book = new DecisionBook(staff, until, dice);
  for (const article of articles) writer.article(article);
  let written = 0;
  for (const at of arrivals(comments, until, dice)) {
    const comment = composeComment(world, at);
    writer.comment(comment);
    for (const decision of book.decide(comment)) writer.decision(decision);
    written += 1;
    if (written % 100_000 === 0) console.log(`${written} comments after ${seconds(started)} s`);
  }
  for (const decision of book.close()) writer.decision(decision);
  writer.close();
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

try {
  await seed(readOptions());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
