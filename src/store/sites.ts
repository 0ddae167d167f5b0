import { type Selectable, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Site, SiteSettings } from '../sites/site.ts';
import { type ActBy, recordAct } from './acts/record.ts';
import { among, build, type Database, prepared } from './database.ts';

/** Of a row of `sites`: nobody is removing it. Where somebody is, however far that got, it is as if it were not there. */
export const isServed = sql<boolean>`not exists (select 1 from acts
  where acts.kind = 'remove-site' and acts.site_id = sites.id and acts.ended_at is null)`;

export async function findSite(database: Database, id: string): Promise<Site | undefined> {
  const [row] = await database.query(siteQuery({ id }));
  return row && toSite(row);
}

const siteQuery = prepared(({ id }: { id: string }) =>
  build.selectFrom('sites').selectAll().where('id', '=', id).where(isServed).compile(),
);

export async function listSites(database: Database): Promise<Site[]> {
  const rows = await database.query(
    build.selectFrom('sites').selectAll().where(isServed).orderBy('id').compile(),
  );
  return rows.map(toSite);
}

/** When a site was added. */
export async function siteSince(database: Database, id: string): Promise<number> {
  const [row] = await database.query(
    build.selectFrom('sites').select('created_at as since').where('id', '=', id).compile(),
  );
  return row?.since ?? 0;
}

/** Whether there is such a site, also one that is being removed. */
export async function isKept(database: Database, id: string): Promise<boolean> {
  const rows = await database.query(build.selectFrom('sites').select('id').where('id', '=', id).compile());
  return rows.length > 0;
}

/** Rejects with Duplicate where the site exists. */
export async function addSite(database: Database, site: Site, act: ActBy): Promise<void> {
  const { id, name, ...settings } = site;
  await database.batch([
    build
      .insertInto('sites')
      .values({ id, name, ...toRow(settings), created_at: act.createdAt })
      .compile(),
    recordAct(act, { kind: 'site-add', site: id, details: { name } }),
  ]);
}

/** Which of these sites do not exist. */
export async function missingSites(database: Database, sites: readonly string[]): Promise<string[]> {
  const rows = await database.query(
    build.selectFrom('sites').select('id').where('id', 'in', among(sites)).where(isServed).compile(),
  );
  return sites.filter((site) => !rows.some((row) => row.id === site));
}

export function toSite(row: Selectable<Schema['sites']>): Site {
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    origins: JSON.parse(row.origins),
    moderation: row.moderation,
    captcha: row.captcha,
    pace: row.pace,
    'max-length': row.max_length,
    'close-after-days': row.close_after_days,
    'article-per-hour': row.article_per_hour,
    'site-per-hour': row.site_per_hour,
    'hold-abuse-at': row.hold_abuse_at,
    'hold-spam-at': row.hold_spam_at,
    learning: row.learning,
    'retention-days': row.retention_days,
    'acts-retention-days': row.acts_retention_days,
    'alert-waiting-count': row.alert_waiting_count,
    'alert-waiting-minutes': row.alert_waiting_minutes,
    'reject-reasons': JSON.parse(row.reject_reasons),
    'newsroom-name': row.newsroom_name,
    'reserved-names': JSON.parse(row.reserved_names),
    'article-query': JSON.parse(row.article_query),
    likes: row.likes,
    'reply-depth': row.reply_depth,
    notice: row.notice,
    'privacy-url': row.privacy_url,
    consent: row.consent,
    'work-held': row.work_held,
    identity: row.identity,
    'identity-url': row.identity_url,
    'identity-words': row.identity_words,
    'trusted-after': row.trusted_after,
    'first-held': row.first_held,
    'judge-url': row.judge_url,
    'judge-kind': row.judge_kind,
    'judge-model': row.judge_model,
    swearing: row.swearing,
    'hold-share': row.hold_share,
  };
}

export function toRow(settings: Partial<SiteSettings>) {
  const columns = Object.entries(settings).map(([name, value]) => [
    name.replaceAll('-', '_'),
    Array.isArray(value) ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(columns);
}
