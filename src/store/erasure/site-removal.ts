import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { VersionedComment } from '../queue/take.ts';

/** What there may be many of beside comments; in an order in which what refers to others goes before them. */
export const many = [
  { table: 'moved_articles', key: ['act_id', 'position'], of: movedOn },
  { table: 'articles', key: ['id'], of: unledArticles },
  { table: 'idempotency_keys', key: ['site_id', 'key'], of: ofSite },
] as const;

function ofSite(site: string) {
  return sql`site_id = ${site}`;
}

function movedOn(site: string) {
  return sql`act_id in (select id from acts where site_id = ${site})`;
}

/** An alias goes before what it leads to. */
function unledArticles(site: string) {
  return sql`site_id = ${site}
    and not exists (select 1 from articles as aliases where aliases.merged_into = articles.id)`;
}

/** One step of deleting it; whether there may be more. */
export async function deleteSome(
  database: Database,
  { table, key, of }: (typeof many)[number],
  site: string,
): Promise<boolean> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const most = Math.min(1000, 20 * database.rowsAtOnce);
  const gone = await database.query(
    sql`delete from ${sql.table(table)} where (${columns}) in
      (select ${columns} from ${sql.table(table)} where ${of(site)} limit ${sql.lit(most)}) returning 1 as gone`.compile(
      build,
    ),
  );
  return gone.length > 0;
}

/** What else belongs to a site. */
const belongings = [
  'alerts',
  'events',
  'channels',
  'digests',
  'letters',
  'followed_comments',
  'mailbox_answers',
  'views',
  'site_words',
  'site_models',
  'sketch_parts',
  'sender_keys',
  'identity_keys',
  'judge_keys',
  'notices',
  'blocks',
  'sender_notes',
  'sender_holds',
  'rule_outcomes',
  'hourly_counts',
  'article_days',
  'moderator_days',
  'wait_counts',
  'site_counts',
  'moderator_sites',
] as const;

export interface SiteSize {
  comments: number;
  articles: number;
}

export async function measureSite(database: Database, site: string): Promise<SiteSize> {
  const [row] = await database.query(
    sql<SiteSize>`select (select count(*) from comments where site_id = ${site}) as comments,
      (select count(*) from articles where site_id = ${site} and merged_into is null) as articles`.compile(
      build,
    ),
  );
  return row ?? { comments: 0, articles: 0 };
}

/** Comments of the site that nobody answers, some of them: none once there are no comments any more. */
export function listUnanswered(database: Database, site: string, most: number): Promise<VersionedComment[]> {
  return database.query(
    sql<VersionedComment>`select id, version from comments where site_id = ${site}
      and not exists (select 1 from comments as answers where answers.parent_id = comments.id)
      limit ${most}`.compile(build),
  );
}

/** The decisions about some comments. */
export async function listDecisionsAbout(database: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select distinct decision_id as id from decided_comments
      where comment_id in ${among(ids)}`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** Those of these decisions go that are about nothing any more; an undoing before what it undid. */
export function deleteEmptied(decisions: readonly string[]): CompiledQuery<{ id: string }> {
  return sql<{ id: string }>`delete from decisions where id in (select id from decisions as emptied
      where id in ${among(decisions)}
        and not exists (select 1 from decided_comments where decision_id = emptied.id)
        and not exists (select 1 from decision_steps where decision_id = emptied.id)
        and not exists (select 1 from decisions as later where later.undoes = emptied.id)
        and not exists (select 1 from reports where settled_by = emptied.id))
    returning id`.compile(build);
}

/** All that is left of a site then; its acts stay, and say no more than what they were. */
export function deleteSite(site: string): CompiledQuery[] {
  return [
    sql`update acts set details = '{}' where site_id = ${site} and kind <> 'remove-site'`.compile(build),
    ...belongings.map((table) => sql`delete from ${sql.table(table)} where site_id = ${site}`.compile(build)),
    sql`delete from sites where id = ${site}`.compile(build),
  ];
}
