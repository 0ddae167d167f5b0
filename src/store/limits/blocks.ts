import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database, prepared } from '../database.ts';
import { columnIsOver, columnLives, lives, longestBlockMs } from '../lifetimes.ts';
import { blockablesOf, isWide, type LastComment, lastFrom, readLast } from '../senders/name.ts';

/** A sender, or a whole network of senders, from whom a site takes nothing for a time. */
export interface Block {
  site: string;
  sender: string;
  /** The name of the moderator who set its end. */
  by: string;
  createdAt: number;
  expiresAt: number;
  /** Whether it is of more than a household. */
  wide: boolean;
  last: LastComment | null;
}

export interface BlockToStore {
  site: string;
  sender: string;
  moderatorId: string;
  now: number;
  until: number;
}

/**
 * Blocks a sender, or blocks them for longer: an end that is set already is never brought forward. Whether that changed
 * anything.
 */
export async function blockSender(
  database: Database,
  block: BlockToStore,
  ...act: CompiledQuery[]
): Promise<boolean> {
  const { site, sender, moderatorId, now, until } = block;
  const [, set] = await database.batch([
    deleteOver(now),
    build
      .insertInto('blocks')
      .values({ site_id: site, sender, moderator_id: moderatorId, created_at: now, expires_at: until })
      .onConflict((conflict) =>
        conflict
          .columns(['site_id', 'sender'])
          .doUpdateSet((row) => ({
            moderator_id: row.ref('excluded.moderator_id'),
            created_at: row.ref('excluded.created_at'),
            expires_at: row.ref('excluded.expires_at'),
          }))
          .whereRef('excluded.expires_at', '>', 'blocks.expires_at'),
      )
      .returning('sender')
      .compile(),
    ...act,
  ]);
  return set.length > 0;
}

/** Lifts every block that holds for the sender; true where there was one. */
export async function unblock(
  database: Database,
  site: string,
  sender: string,
  ...act: CompiledQuery[]
): Promise<boolean> {
  const [gone] = await database.batch([
    sql<{ sender: string }>`delete from blocks where ${isOn(site, sender)} returning sender`.compile(build),
    ...act,
  ]);
  return gone.length > 0;
}

/** The blocks that hold for a sender. */
export function findBlocks(
  database: Database,
  site: string,
  sender: string,
): Promise<{ sender: string; until: number }[]> {
  return database.query(
    sql<{ sender: string; until: number }>`select sender, expires_at as until from blocks
      where ${isOn(site, sender)}`.compile(build),
  );
}

/** Ends a block at another time, or now where there is none, where it ends as it was seen; whether it did. */
export async function setBlockEnd(
  database: Database,
  { site, sender }: { site: string; sender: string },
  { from, to }: { from: number; to: number | null },
  act: CompiledQuery,
): Promise<boolean> {
  const isIt = sql`site_id = ${site} and sender = ${sender} and expires_at = ${from}`;
  const change =
    to === null
      ? sql<object>`delete from blocks where ${isIt} returning sender`
      : sql<object>`update blocks set expires_at = ${to} where ${isIt} returning sender`;
  const [set] = await database.batch([change.compile(build), act]);
  return set.length > 0;
}

function isOn(site: string, sender: string) {
  return sql`site_id = ${site} and sender in ${blockablesOf(sql`${sender}`)}`;
}

/** What a site has decided about whoever sends to it. */
export interface Meeting {
  /** When the last of their blocks ends. */
  blockedUntil: number | null;
  /** Whether what they send waits for a moderator. */
  isHeld: boolean;
}

/** How a site meets a sender by any of these hashes, by one query: every comment waits for it. */
export async function meetSender(
  database: Database,
  site: string,
  senders: readonly string[],
  now: number,
): Promise<Meeting> {
  const [row] = await database.query(meetQuery({ ...places.map((at) => senders[at] ?? null), site }));
  if (!row) throw new Error('a sender was not looked up');
  const { blockedUntil, isHeld } = row;
  const isBlocked = blockedUntil !== null && lives(blockedUntil, now, longestBlockMs);
  if (blockedUntil !== null && !isBlocked) await database.query(deleteOver(now));
  return { blockedUntil: isBlocked ? blockedUntil : null, isHeld: isHeld === 1 };
}

/** So many hashes a sender has at most, three under each of two keys: each is looked up, as a list would be made a table. */
const places = [0, 1, 2, 3, 4, 5];

const meetQuery = prepared((asked: { site: string; [place: number]: string | null }) => {
  const isAt = (at: number) => sql`site_id = ${asked.site} and sender = ${asked[at]}`;
  const ends = places.map((at) => sql`ifnull((select expires_at from blocks where ${isAt(at)}), 0)`);
  const holds = places.map(
    (at) => sql`exists (select 1 from sender_holds where ${isAt(at)} and released_by is null)`,
  );
  return sql<{ blockedUntil: number | null; isHeld: 0 | 1 }>`select
      nullif(max(${sql.join(ends)}), 0) as "blockedUntil", ${sql.join(holds, sql` or `)} as "isHeld"`.compile(
    build,
  );
});

/** The blocks of these sites, the first to end first. */
export async function listBlocks(
  database: Database,
  sites: readonly string[],
  now: number,
): Promise<Block[]> {
  const rows = await database.query(
    sql<
      Omit<Block, 'last' | 'wide'> & { last: string | null; wide: 0 | 1 }
    >`select site_id as site, sender, name as "by",
        blocks.created_at as "createdAt", expires_at as "expiresAt",
        ${isWide(sql`blocks.site_id`, sql`blocks.sender`)} as wide,
        ${lastFrom(sql`blocks.site_id`, sql`blocks.sender`)} as last
      from blocks join moderators on moderators.id = moderator_id
      where site_id in ${among(sites)} and ${columnLives('expires_at', now, longestBlockMs)}
      order by expires_at, sender`.compile(build),
  );
  return rows.map((row) => ({ ...row, wide: row.wide === 1, last: readLast(row.last) }));
}

function deleteOver(now: number) {
  return build
    .deleteFrom('blocks')
    .where(columnIsOver('expires_at', now, longestBlockMs))
    .compile();
}
