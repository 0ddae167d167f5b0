import { Buffer } from 'node:buffer';
import { randomInt } from 'node:crypto';
import type SQLite from 'better-sqlite3';

/**
 * Which database it is, and how many commits it has had, modulo 2^32. Both stand in its header, where SQLite leaves room
 * for programs (https://sqlite.org/fileformat2.html#the_database_header): the application ID and the user version. So
 * every commit of ours writes page 1, and says in the log too which database that belongs to, and how far it went.
 */
export interface Mark {
  database: number;
  commits: number;
}

const databaseAt = 68;
const commitsAt = 60;

/** Of page 1. */
export function markOn(page: Buffer): Mark {
  return { database: page.readInt32BE(databaseAt), commits: page.readInt32BE(commitsAt) };
}

export function markOf(connection: SQLite.Database): Mark {
  const read = (name: string) => Number(connection.pragma(name, { simple: true }));
  return { database: read('application_id'), commits: read('user_version') };
}

/** To be called within each transaction that writes. */
export function countCommit(connection: SQLite.Database): void {
  const { commits } = markOf(connection);
  connection.pragma(`user_version = ${(commits + 1) | 0}`);
}

/** How many commits one is ahead of another; less than 0 where it is behind. */
export function ahead(one: Mark, other: Mark): number {
  return (one.commits - other.commits) | 0;
}

/** From now on it can be told from all others, also from copies of it. */
export function identify(connection: SQLite.Database): void {
  if (markOf(connection).database === 0) connection.pragma(`application_id = ${newIdentity()}`);
}

/** The same for a copy that nobody has open: what is to be written, and where. */
export function identityOfCopy(): { bytes: Buffer; at: number } {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(newIdentity());
  return { bytes, at: databaseAt };
}

function newIdentity(): number {
  return randomInt(1, 2 ** 31);
}
