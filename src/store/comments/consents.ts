import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from '../database.ts';

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

/** What the author of a comment agreed to, where they were asked. */
export async function findConsent(database: Database, commentId: string): Promise<Consent | undefined> {
  const [row] = await database.query(
    sql<
      Consent['notice'] & { at: number }
    >`select consent ->> 'at' as at, notices.version, text, privacy_url as "privacyUrl", agreement
      from comments join notices on notices.site_id = comments.site_id and notices.version = consent ->> 'notice'
      where comments.id = ${commentId}`.compile(build),
  );
  if (!row) return undefined;
  const { at, ...notice } = row;
  return { at, notice };
}
