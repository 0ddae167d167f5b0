import { type CompiledQuery, sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { build, type Database } from '../database.ts';
import { dayMs } from '../filter/facts.ts';
import { challengeMs, columnIsOver } from '../lifetimes.ts';

/** As many rows are changed at once: all others wait meanwhile. */
const stepRows = 200;

interface Passing {
  table: string;
  key: readonly string[];
  /** The column that says when, and up to which of its values it is over. */
  time: string;
  over: (now: number) => number;
  /** The longest that it may live: what would live longer was made while the clock was wrong. */
  lifetimeMs?: number;
}

const atOnce = (now: number) => now;
const untilExpiry = { time: 'expires_at', over: atOnce };
const forADay = { time: 'created_at', over: (now: number) => now - dayMs };

/** What is worth nothing once its time is over. A token without an end stays. */
const passing: readonly Passing[] = [
  { table: 'attempts', key: ['subject', 'window_start'], ...untilExpiry },
  { table: 'credentials', key: ['hash'], ...untilExpiry },
  { table: 'credentials', key: ['hash'], time: 'ends_at', over: atOnce },
  { table: 'returned_sign_ins', key: ['hash'], ...untilExpiry },
  { table: 'setup_links', key: ['hash'], ...untilExpiry },
  { table: 'claims', key: ['comment_id'], ...untilExpiry },
  { table: 'blocks', key: ['site_id', 'sender'], ...untilExpiry },
  {
    table: 'sketch_parts',
    key: ['day', 'site_id', 'part', 'comment_id'],
    time: 'day',
    over: (now) => Math.floor(now / dayMs) - 2,
  },
];

/** The same of what comes with every comment: it has no index by time, which each of them would have to write too. */
const passingOften: readonly Passing[] = [
  { table: 'used_challenges', key: ['id'], ...untilExpiry, lifetimeMs: challengeMs },
  { table: 'rates', key: ['subject'], time: 'free_at', over: atOnce },
  { table: 'idempotency_keys', key: ['site_id', 'key'], ...forADay },
];

/** One step of forgetting; whether there may be more. */
export async function forgetExpired(database: Database, now: number): Promise<boolean> {
  const forgotten = await database.batch(passing.map((rows) => forget(rows, now)));
  return forgotten.some(({ length }) => length === stepRows);
}

function forget({ table, key, time, over }: Passing, now: number): CompiledQuery<{ gone: 1 }> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return sql<{ gone: 1 }>`delete from ${sql.table(table)} where (${columns}) in
    (select ${columns} from ${sql.table(table)} where ${sql.ref(time)} <= ${over(now)} limit ${sql.lit(stepRows)})
    returning 1 as gone`.compile(build);
}

/** Forgets what comes often: all of it is looked through, some rows at a time. */
export async function lookThroughExpired(database: Database, now: number): Promise<void> {
  for (const rows of passingOften) {
    let after: string[] | undefined = rows.key.map(() => '');
    await inSteps(async () => {
      after = after && (await forgetAmongNext(database, rows, after, now));
      return after !== undefined;
    });
  }
}

const lookedThrough = 1000;

/** Of the rows next after one: resolves with the key of their last. */
async function forgetAmongNext(
  database: Database,
  { table, key, ...passing }: Passing,
  after: readonly string[],
  now: number,
): Promise<string[] | undefined> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const isAfter = sql`(${columns}) > (${sql.join(after)})`;
  const last = sql`select ${columns} from (select ${columns} from ${sql.table(table)} where ${isAfter}
    order by ${columns} limit ${sql.lit(lookedThrough)}) order by ${descending(key)} limit 1`;
  const [[found]] = await database.batch([
    sql<Record<string, string>>`${last}`.compile(build),
    sql<object>`delete from ${sql.table(table)} where ${isAfter} and (${columns}) <= (${last})
      and ${isOver(passing, now)}`.compile(build),
  ]);
  return found && key.map((column) => found[column] ?? '');
}

function isOver({ time, over, lifetimeMs }: Omit<Passing, 'table' | 'key'>, now: number) {
  return lifetimeMs === undefined
    ? sql`${sql.ref(time)} <= ${over(now)}`
    : columnIsOver(time, now, lifetimeMs);
}

function descending(key: readonly string[]) {
  return sql.join(key.map((column) => sql`${sql.ref(column)} desc`));
}

const states = ['pending', 'published', 'rejected', 'spam', 'withdrawn'] as const;

/**
 * One step of erasing sender and e-mail address of a site's comments up to then, oldest first; whether there may be
 * more. The site remembers how far it came; where its clock or its setting went back, so does that.
 */
export async function eraseTraces(database: Database, site: string, until: number): Promise<boolean> {
  const [, [step]] = await database.batch([
    sql`update sites set erased_until = ${until} where id = ${site} and erased_until > ${until}`.compile(
      build,
    ),
    nextStep(site, until),
  ]);
  if (!step || step.last === null) return false;
  await database.batch([
    sql`update comments indexed by comments_by_state set sender = '', email = null
      where site_id = ${site} and state in (${sql.join(states.map((state) => sql.lit(state)))})
        and created_at > ${step.first} and created_at <= ${step.last}
        and (sender <> '' or email is not null)`.compile(build),
    sql`update sites set erased_until = ${step.last} where id = ${site} and erased_until < ${step.last}`.compile(
      build,
    ),
  ]);
  return true;
}

/** From where on, and up to where, the next comments came. D1 joins no more than these five by `union all`. */
function nextStep(site: string, until: number) {
  const ofState = states.map(
    (state) => sql`select * from (select created_at from comments indexed by comments_by_state
      where site_id = ${site} and state = ${sql.lit(state)}
        and created_at > (select first from span) and created_at <= ${until}
      order by created_at limit ${sql.lit(stepRows)})`,
  );
  return sql<{ first: number; last: number | null }>`
    with span as materialized (select erased_until as first from sites where id = ${site})
    select (select first from span) as first, max(created_at) as last
    from (select * from (${sql.join(ofState, sql` union all `)})
      order by created_at limit ${sql.lit(stepRows)})`.compile(build);
}

/** One step of putting random text in the place of who reported, and nothing in that of their words; whether there may be more. */
export async function eraseReporters(database: Database, site: string, until: number): Promise<boolean> {
  const erased = await database.query(
    sql<{ gone: 1 }>`update reports set sender = 'erased ' || lower(hex(randomblob(16))), details = ''
      where (comment_id, sender) in (select comment_id, sender from reports
        where created_at <= ${until} and (substr(sender, 1, 7) <> 'erased ' or details <> '')
          and (select site_id from comments where id = comment_id) = ${site} limit ${sql.lit(stepRows)})
      returning 1 as gone`.compile(build),
  );
  return erased.length === stepRows;
}

/** One step of letting go who liked what, while the like stays counted; whether there may be more. */
export async function forgetLikers(database: Database, site: string, until: number): Promise<boolean> {
  const [, gone] = await database.batch([
    sql`update likes set created_at = 0 where (comment_id, sender) in (select comment_id, sender from likes
      where site_id = ${site} and created_at > 0 and created_at <= ${until} limit ${sql.lit(stepRows)})`.compile(
      build,
    ),
    sql<{
      gone: 1;
    }>`delete from likes where site_id = ${site} and created_at = 0 returning 1 as gone`.compile(build),
  ]);
  return gone.length === stepRows;
}
