import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { VersionedComment } from '../queue/take.ts';

/** What belongs to a site beside its comments. */
const belongings = [
  'idempotency_keys',
  'site_words',
  'learned_features',
  'sketch_parts',
  'sender_keys',
  'blocks',
  'rule_outcomes',
  'daily_counts',
  'state_counts',
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

/** All that is left of a site without comments; its acts stay, and say no more than what they were. */
export function deleteSite(site: string): CompiledQuery[] {
  const ofSite = sql`(select id from acts where site_id = ${site})`;
  return [
    sql`delete from moved_articles where act_id in ${ofSite}`.compile(build),
    sql`update acts set details = '{}' where site_id = ${site} and kind <> 'remove-site'`.compile(build),
    ...belongings.map((table) => sql`delete from ${sql.table(table)} where site_id = ${site}`.compile(build)),
    sql`update articles set merged_into = null where site_id = ${site} and merged_into is not null`.compile(
      build,
    ),
    sql`delete from articles where site_id = ${site}`.compile(build),
    sql`delete from sites where id = ${site}`.compile(build),
  ];
}
