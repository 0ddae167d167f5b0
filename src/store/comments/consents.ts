import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** What the author of a comment agreed to, and when. */
export interface Consent {
  at: number;
  notice: { version: string; text: string; privacyUrl: string; agreement: string };
}

/** As it stands in the row of the comment. */
export function consentText({ at, notice }: Consent): string {
  return JSON.stringify({ given: true, at, notice: notice.version });
}

/** Keeps the words of what was agreed to, once. */
export function keepNotice(site: string, { at, notice }: Consent): CompiledQuery {
  return sql`insert into notices (site_id, version, text, privacy_url, agreement, since)
    values (${site}, ${notice.version}, ${notice.text}, ${notice.privacyUrl}, ${notice.agreement}, ${at})
    on conflict do nothing`.compile(build);
}

/** What the authors of some comments agreed to, where they were asked, by comment. */
export async function findConsents(
  database: Database,
  commentIds: readonly string[],
): Promise<Map<string, Consent>> {
  if (commentIds.length === 0) return new Map();
  const rows = await database.query(
    sql<
      Consent['notice'] & { id: string; at: number }
    >`select comments.id, consent ->> 'at' as at, notices.version,
        text, privacy_url as "privacyUrl", agreement
      from comments join notices on notices.site_id = comments.site_id and notices.version = consent ->> 'notice'
      where comments.id in ${among(commentIds)}`.compile(build),
  );
  return new Map(rows.map(({ id, at, ...notice }) => [id, { at, notice }]));
}
