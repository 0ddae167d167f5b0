import { type RawBuilder, sql } from 'kysely';
import { among, build, type Database, prepared } from '../database.ts';
import { columnIsOver, columnLives, lives, longestBlockMs } from '../lifetimes.ts';

/** A sender, or a whole network of senders, from whom a site takes nothing for a time. */
export interface Block {
  site: string;
  sender: string;
  /** The name of the moderator who set its end. */
  by: string;
  createdAt: number;
  expiresAt: number;
}

export interface BlockToStore {
  site: string;
  sender: string;
  moderatorId: string;
  now: number;
  until: number;
}

/** Blocks a sender, or blocks them for longer: an end that is set already is never brought forward. */
export async function blockSender(database: Database, block: BlockToStore): Promise<void> {
  const { site, sender, moderatorId, now, until } = block;
  await database.batch([
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
      .compile(),
  ]);
}

/** Lifts every block that holds for the sender; true where there was one. */
export async function unblock(database: Database, site: string, sender: string): Promise<boolean> {
  const rows = await database.query(
    build
      .deleteFrom('blocks')
      .where('site_id', '=', site)
      .where(sql<boolean>`sender in ${blockablesOf(sql`${sender}`)}`)
      .returning('sender')
      .compile(),
  );
  return rows.length > 0;
}

const hashLength = 43;

/** What may be blocked that a name is of: it, and the networks by whose hashes it begins. */
export function blockablesOf(name: RawBuilder<unknown>): RawBuilder<unknown> {
  const first = (hashes: number) => sql`substr(${name}, 1, ${sql.lit(hashes * (hashLength + 1) - 1)})`;
  return sql`(${name}, ${first(1)}, ${first(2)})`;
}

/** When the block of this sender ends, if there is one; the last to end of those by any of these hashes. */
export async function findBlock(
  database: Database,
  site: string,
  senders: readonly string[],
  now: number,
): Promise<{ expiresAt: number } | undefined> {
  const [row] = await database.query(endQuery({ site, senders: JSON.stringify(senders) }));
  if (!row || lives(row.expiresAt, now, longestBlockMs)) return row;
  await database.query(deleteOver(now));
  return undefined;
}

/** As many hashes a sender has at most, three under each of two keys: each is looked up, and no table of all made. */
const mostHashes = 6;

const endQuery = prepared(({ site, senders }: { site: string; senders: string }) => {
  const each = Array.from({ length: mostHashes }, (_, at) => sql`${senders} ->> ${sql.lit(at)}`);
  return sql<{ expiresAt: number }>`select max(expires_at) as "expiresAt" from blocks
    where site_id = ${site} and sender in (${sql.join(each)})
    having max(expires_at) is not null`.compile(build);
});

/** The blocks of these sites, the first to end first. */
export async function listBlocks(
  database: Database,
  sites: readonly string[],
  now: number,
): Promise<Block[]> {
  return database.query(
    build
      .selectFrom('blocks')
      .innerJoin('moderators', 'moderators.id', 'blocks.moderator_id')
      .select([
        'blocks.site_id as site',
        'blocks.sender',
        'moderators.name as by',
        'blocks.created_at as createdAt',
        'blocks.expires_at as expiresAt',
      ])
      .where('blocks.site_id', 'in', among(sites))
      .where(columnLives('blocks.expires_at', now, longestBlockMs))
      .orderBy('blocks.expires_at')
      .orderBy('blocks.sender')
      .compile(),
  );
}

function deleteOver(now: number) {
  return build
    .deleteFrom('blocks')
    .where(columnIsOver('expires_at', now, longestBlockMs))
    .compile();
}
