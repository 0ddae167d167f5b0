import type { Database } from '../database.ts';
import { evidenceMs } from '../lifetimes.ts';
import { hush, unhush } from './hush.ts';
import type { Write } from './insert.ts';
import type { Kind, Moved } from './rows.ts';
import { writes } from './writes.ts';
import { writeComments } from './written-comments.ts';
import { writeLikes } from './written-likes.ts';
import { writeReports } from './written-reports.ts';

type Writer<Row> = (database: Database, rows: readonly Row[], now: number) => Promise<number>;

const writers: { [One in Kind]: Writer<Moved[One]> } = {
  site: inOneBatch(writes.site),
  word: inOneBatch(writes.word),
  moderator: inOneBatch(writes.moderator),
  article: inOneBatch(writes.article),
  alias: inOneBatch(writes.alias),
  notice: inOneBatch(writes.notice),
  mailbox: inOneBatch(writes.mailbox),
  'mailbox-answer': inOneBatch(writes['mailbox-answer']),
  comment: writeComments,
  evidence: writeEvidence,
  edit: inOneBatch(writes.edit),
  decision: inOneBatch(writes.decision),
  decided: writeDecided,
  report: writeReports,
  like: writeLikes,
  act: inOneBatch(writes.act),
  'moved-article': inOneBatch(writes['moved-article']),
  'moved-comment': inOneBatch(writes['moved-comment']),
  imported: inOneBatch(writes.imported),
  block: inOneBatch(writes.block),
  'sender-note': inOneBatch(writes['sender-note']),
  'sender-hold': inOneBatch(writes['sender-hold']),
  'sender-key': inOneBatch(writes['sender-key']),
};

/** Writes what is not there of rows of one kind, all or nothing; says how many that were. */
export function importRows<One extends Kind>(
  database: Database,
  kind: One,
  rows: readonly Moved[One][],
  now: number,
): Promise<number> {
  return writers[kind](database, rows, now);
}

/** What would be let go at once does not come back. */
function writeEvidence(database: Database, rows: readonly Moved['evidence'][], now: number): Promise<number> {
  const lasting = rows.filter(({ takenBackAt }) => takenBackAt > now - evidenceMs);
  return inOneBatch(writes.evidence)(database, lasting, now);
}

async function writeDecided(database: Database, rows: readonly Moved['decided'][]): Promise<number> {
  const [, added] = await database.batch([hush, ...writes.decided(rows), unhush]);
  return added.length;
}

function inOneBatch<Row>(write: Write<Row>): Writer<Row> {
  return async (database, rows) => {
    const [added] = await database.batch(write(rows));
    return added.length;
  };
}
