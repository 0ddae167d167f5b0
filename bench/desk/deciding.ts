import type SQLite from 'better-sqlite3';
import type { Client } from '../client.ts';
import type { Line } from './report.ts';

interface Versioned {
  id: string;
  version: number;
}

const inFlight = 8;

/** Each decides one comment; the milliseconds that it took. */
export async function decideSingly(client: Client, comments: readonly Versioned[]): Promise<number[]> {
  const times = [];
  for (const comment of comments) {
    const body = { action: 'publish', comments: [comment] };
    const { status, ms } = await client.send('POST', '/api/v1/decisions', body);
    if (status !== 201) throw new Error(`a decision was answered by ${status}`);
    times.push(ms);
  }
  return times;
}

/** A filter that has the oldest that wait, so many, and how many these are. */
export function chooseMany(database: SQLite.Database, count: number) {
  const filter = { state: 'pending', to: new Date(boundary(database, count)).toISOString() };
  const expected = Number(
    database
      .prepare(`select count(*) from comments where state = 'pending' and created_at < ?`)
      .pluck()
      .get(Date.parse(filter.to)),
  );
  return { filter, expected };
}

/** Decides by a filter all that match. */
export async function decideMany(client: Client, chosen: ReturnType<typeof chooseMany>) {
  const taken = await client.send('POST', '/api/v1/decisions', { action: 'reject', ...chosen });
  if (taken.status !== 201) throw new Error(`deciding was answered by ${taken.status}: ${taken.body}`);
  const { id } = JSON.parse(taken.body.toString());
  return { id: String(id), ms: taken.ms, bytes: taken.body.length };
}

/** The milliseconds that it took to undo a decision. */
export async function undo(client: Client, id: string): Promise<number> {
  const { status, ms } = await client.send('DELETE', `/api/v1/decisions/${id}`);
  if (status !== 200) throw new Error(`undoing was answered by ${status}`);
  return ms;
}

function boundary(database: SQLite.Database, count: number): number {
  return Number(
    database
      .prepare(
        `select created_at from comments where state = 'pending' order by created_at limit 1
           offset min(?, (select count(*) - 1 from comments where state = 'pending'))`,
      )
      .pluck()
      .get(count),
  );
}

/** Two moderators decide each of the comments at the same moment; says where not exactly one won. */
export async function race(
  [one, other]: readonly [Client, Client],
  comments: readonly Versioned[],
): Promise<Line> {
  const left = [...comments];
  const times: number[] = [];
  let wrong = 0;
  const runner = async () => {
    for (let comment = left.pop(); comment; comment = left.pop()) {
      const answers = await Promise.all([
        one.send('POST', '/api/v1/decisions', { action: 'publish', comments: [comment] }),
        other.send('POST', '/api/v1/decisions', { action: 'reject', comments: [comment] }),
      ]);
      times.push(...answers.map(({ ms }) => ms));
      const statuses = answers.map(({ status }) => status).sort();
      if (statuses.join() !== '201,409') wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight / 2 }, runner));
  const note = wrong === 0 ? 'one winner each' : `${wrong} WITHOUT EXACTLY ONE WINNER`;
  return { what: `${comments.length} races of two moderators, each answer`, times, note };
}

/** So many comments that wait, from the newest on. */
export function newestPending(database: SQLite.Database, count: number): Versioned[] {
  return database
    .prepare(`select id, version from comments where state = 'pending' order by created_at desc limit ?`)
    .all(count) as Versioned[];
}
