import { sql } from 'kysely';
import type { Action, Badge, QueuedComment, State } from '../../comments/comment.ts';
import { titleSaid, urlSaid } from '../articles/sayings.ts';
import type { Matters } from './matters.ts';

/** A comment with its article, the comment that it answers, and the last decision about it. */
export interface QueuedRow {
  id: string;
  version: number;
  site_id: string;
  author: string;
  body: string;
  taken_back_at: number | null;
  erased: 0 | 1;
  state: State;
  badge: Badge | null;
  picked: 0 | 1;
  apart: 0 | 1;
  risk: number;
  sender: string;
  created_at: number;
  appeal: string | null;
  appealed_at: number | null;
  trusted: 0 | 1;
  reviewed: 0 | 1;
  key: string;
  title: string;
  url: string;
  article_open: 0 | 1;
  article_moderation: QueuedComment['article']['moderation'];
  article_title: string;
  article_url: string;
  parent_id: string | null;
  parent_author: string | null;
  parent_body: string | null;
  decision_id: string | null;
  action: Action | 'undo' | null;
  reason: string | null;
  note: string | null;
  decided_at: number | null;
  decided_by: string | null;
}

/** What is selected, and from where; a join or a `where` comes after it. */
export const queuedColumns = sql`comments.id, comments.version, comments.site_id, coalesce(kept_evidence.author, comments.author) as author,
    coalesce(kept_evidence.body, comments.body) as body, taken_back_at, comments.body = '' as erased,
    comments.state, comments.badge, comments.picked_at is not null as picked, comments.apart, comments.risk, comments.sender, comments.created_at, comments.appeal, comments.appealed_at,
    comments.trusted, comments.reviewed_by is not null as reviewed,
    articles.key, articles.title, articles.url, articles.open as article_open, articles.moderation as article_moderation, ${titleSaid()} as article_title, ${urlSaid()} as article_url,
    parents.id as parent_id, parents.author as parent_author, parents.body as parent_body,
    decisions.id as decision_id, decisions.action, decisions.reason, decisions.note,
    decisions.created_at as decided_at, moderators.name as decided_by
  from comments
    join articles on articles.id = comments.article_id
    left join kept_evidence on kept_evidence.comment_id = comments.id
    left join comments as parents on parents.id = comments.parent_id
    left join decided_comments on decided_comments.comment_id = comments.id and decided_comments.version =
      (select max(version) from decided_comments where comment_id = comments.id)
    left join decisions on decisions.id = decided_comments.decision_id
    left join moderators on moderators.id = decisions.moderator_id`;

export function toQueued(row: QueuedRow, matters: Matters): QueuedComment {
  return {
    id: row.id,
    version: row.version,
    site: row.site_id,
    article: {
      key: row.key,
      title: row.title || row.article_title,
      url: row.url || row.article_url,
      open: row.article_open === 1,
      moderation: row.article_moderation,
    },
    articleAsSent: asSent(row),
    author: row.author,
    body: row.body,
    state: row.state,
    badge: row.badge,
    pick: row.picked === 1,
    apart: row.state === 'pending' && row.apart === 1,
    takenBack: takenBackOf(row),
    risk: row.risk,
    createdAt: row.created_at,
    parent: parentOf(row),
    appeal: row.appealed_at === null ? null : { text: row.appeal ?? '', at: row.appealed_at },
    trusted: trustedOf(row),
    decided: decidedOf(row),
    sender: { id: row.sender, ...(matters.senders.get(row.id) ?? unknownSender) },
    findings: matters.findings.get(row.id) ?? [],
    alike: matters.alike.get(row.id) ?? 0,
    reports: matters.reports.get(row.id) ?? [],
    edited: matters.edits.get(row.id) ?? null,
    claimedBy: matters.claims.get(row.id) ?? null,
  };
}

/** Nothing where it says no more than everyone may know. */
function asSent({ title, url, article_title, article_url }: QueuedRow): QueuedComment['articleAsSent'] {
  const said = {
    title: title === article_title ? '' : article_title,
    url: url === article_url ? '' : article_url,
  };
  return said.title || said.url ? said : null;
}

const unknownSender = {
  ...{ published: 0, rejected: 0, spam: 0 },
  ...{ since: null, blockedUntil: null, held: null, notes: [] },
};

function parentOf({ parent_id: id, parent_author: author, parent_body: body }: QueuedRow) {
  return id && author !== null && body !== null ? { id, author, body } : null;
}

function takenBackOf({ taken_back_at: at, erased }: QueuedRow): QueuedComment['takenBack'] {
  return at === null ? null : { how: erased ? 'erased' : 'withdrawn', at };
}

function trustedOf({ trusted, reviewed }: QueuedRow): QueuedComment['trusted'] {
  if (trusted === 0) return null;
  return reviewed === 1 ? 'reviewed' : 'unreviewed';
}

function decidedOf({ decision_id: id, action, decided_by: by, decided_at: at, reason, note }: QueuedRow) {
  return id && action && by && at !== null ? { id, by, action, reason, note, at } : null;
}
