import { sql } from 'kysely';
import type { Badge, State } from '../../comments/comment.ts';
import type { Finding } from '../../filter/finding.ts';
import { titleSaid, urlSaid } from '../articles/sayings.ts';
import type { Consent } from '../comments/consents.ts';
import { among, build, type Database } from '../database.ts';

/** All that is kept of one comment and of its author. */
export interface KeptComment {
  id: string;
  site: string;
  /** By the words that came with the comment. */
  article: { key: string; title: string; url: string };
  parentId: string | null;
  state: State;
  author: string;
  email: string | null;
  body: string;
  createdAt: number;
  /** The hash of the address that it came from; empty once it was erased. */
  sender: string;
  reason: string | null;
  appeal: { text: string; at: number } | null;
  /** What its author agreed to, where they were asked. */
  consent: (Consent['notice'] & { at: number }) | null;
  /** Whether they want to be told by mail what becomes of it. */
  notify: boolean;
  /** What stood there before each change by a moderator. */
  edits: { author: string; body: string; at: number }[];
  /** How many readers reported it, and how many like it. */
  reports: number;
  likes: number;
  badge: Badge | null;
  /** Whether it was published at once since its author is trusted. */
  trusted: boolean;
  risk: number;
  findings: { rule: Finding['rule']; verdict: Finding['verdict']; message: string }[];
}

/** The ids of the comments that gave this e-mail address; capitals count in the part before the `@` alone. */
export async function findByEmail(database: Database, email: string): Promise<string[]> {
  const [name = '', domain = ''] = email.split('@');
  const at = sql`instr(email, '@')`;
  const rows = await database.query(
    sql<{ id: string }>`select id from comments where email is not null
      and substr(email, 1, ${at} - 1) = ${name} and lower(substr(email, ${at} + 1)) = ${domain.toLowerCase()}
      order by created_at, id`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** The ids of what came to a site under any of these names, as long as that is known. */
export async function findBySenders(
  database: Database,
  { site, senders }: { site: string; senders: readonly string[] },
): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from comments where site_id = ${site} and sender in ${among(senders)}
      order by created_at, id`.compile(build),
  );
  return rows.map(({ id }) => id);
}

type KeptRow = Omit<
  KeptComment,
  'article' | 'appeal' | 'consent' | 'notify' | 'trusted' | 'edits' | 'findings'
> &
  Record<'key' | 'title' | 'url' | 'edits' | 'findings', string> & {
    appeal: string | null;
    appealedAt: number | null;
    consent: string | null;
    notify: 0 | 1;
    trusted: 0 | 1;
  };

export async function listKept(database: Database, ids: readonly string[]): Promise<KeptComment[]> {
  const rows = await database.query(
    sql<KeptRow>`select comments.id, comments.site_id as site, key, ${titleSaid()} as title, ${urlSaid()} as url, parent_id as parentId, state,
        coalesce(kept_evidence.author, comments.author) as author, email, coalesce(kept_evidence.body, comments.body) as body, comments.created_at as createdAt, sender, decisions.reason, appeal, appealed_at as appealedAt,
        (select json_object('version', version, 'text', text, 'privacyUrl', privacy_url, 'agreement', agreement, 'at', consent ->> 'at')
          from notices where notices.site_id = comments.site_id and version = consent ->> 'notice') as consent,
        exists (select 1 from followed_comments where comment_id = comments.id) as notify,
        (select json_group_array(json_object('author', author_before, 'body', body_before, 'at', created_at))
          from (select * from edits where comment_id = comments.id order by created_at, rowid)) as edits,
        (select count(*) from reports where comment_id = comments.id) as reports, likes, badge, trusted, risk,
        (select json_group_array(json_object('rule', rule, 'verdict', verdict, 'message', message_vi))
          from (select * from findings where comment_id = comments.id order by position)) as findings
      from comments join articles on articles.id = comments.article_id
        left join kept_evidence on kept_evidence.comment_id = comments.id
        left join decided_comments on decided_comments.comment_id = comments.id and decided_comments.version = comments.version
        left join decisions on decisions.id = decision_id
      where comments.id in ${among(ids)} order by comments.created_at, comments.id`.compile(build),
  );
  return rows.map(toKept);
}

function toKept({
  key,
  title,
  url,
  appeal,
  appealedAt: at,
  consent,
  notify,
  trusted,
  edits,
  findings,
  ...row
}: KeptRow): KeptComment {
  return {
    ...row,
    article: { key, title, url },
    appeal: at === null ? null : { text: appeal ?? '', at },
    consent: consent === null ? null : JSON.parse(consent),
    notify: notify === 1,
    trusted: trusted === 1,
    edits: JSON.parse(edits),
    findings: JSON.parse(findings),
  };
}
