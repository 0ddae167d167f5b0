import { sql } from 'kysely';
import type { Badge } from '../../comments/comment.ts';
import type { Finding } from '../../filter/finding.ts';
import { addArticle, idAt } from '../articles/articles.ts';
import { build, type Database, prepared } from '../database.ts';
import { keepSketch } from '../filter/sketches.ts';
import { noteEvent } from '../notices/events.ts';
import { followComment } from '../notices/mailboxes.ts';
import { type Consent, consentText, keepNotice } from './consents.ts';
import { keepIdempotencyKey } from './idempotency-keys.ts';
import { indexWords } from './search-index.ts';
import { linkMark } from './search-text.ts';

export interface CommentToStore {
  id: string;
  site: string;
  /** Its key, and what the comment says of it. */
  article: { key: string; title: string; url: string };
  parentId: string | null;
  author: string;
  email: string | null;
  body: string;
  state: 'pending' | 'published';
  /** Whether it waits apart, since it came beyond the room of the hour. */
  apart?: boolean;
  risk: number;
  /** What the shipped models thought, and the site's own where it had enough to go by. */
  shippedRisk: number | null;
  learnedRisk: number | null;
  sender: string;
  /** What the site says whose voice it is. */
  badge?: Exclude<Badge, 'newsroom'> | null;
  fingerprint: string;
  /** Empty where the text is too short to be near another. */
  sketch: string;
  createdAt: number;
  findings: readonly Finding[];
  /** Where its author was asked to agree. */
  consent?: Consent | null;
  /** The mailbox that is told what becomes of it. */
  follow?: string | undefined;
  idempotency: { key: string; requestHash: string } | undefined;
}

/**
 * Stores the comment, its findings, its article if that is new, and the idempotency key, all or nothing.
 * Rejects with Duplicate where the key is taken.
 */
export async function storeComment(database: Database, comment: CommentToStore): Promise<void> {
  const { id, site, article, createdAt, consent, follow, idempotency } = comment;
  const hasLinks = linkMark(comment.body);
  await database.batch([
    addArticle({ site, key: article.key, createdAt }),
    commentQuery({
      ...comment,
      articleKey: article.key,
      articleTitle: article.title,
      articleUrl: article.url,
      hasLinks,
      apart: comment.apart ? 1 : 0,
      badge: comment.badge ?? null,
      consent: consent ? consentText(consent) : null,
    }),
    ...(consent ? [keepNotice(site, consent)] : []),
    insertFindings(id, comment.findings),
    ...indexWords(id, comment.author, comment.body),
    ...(comment.sketch ? keepSketch(comment) : []),
    ...(follow ? followComment({ comment: id, site, mailbox: follow, createdAt }) : []),
    ...(idempotency ? keepIdempotencyKey(comment, idempotency) : []),
    arrivalQuery({
      id,
      createdAt,
      kind: comment.state === 'published' ? 'comment.published' : 'comment.held',
    }),
  ]);
}

interface CommentRow extends Omit<CommentToStore, 'apart' | 'badge' | 'consent' | 'follow'> {
  articleKey: string;
  articleTitle: string;
  articleUrl: string;
  hasLinks: 0 | 1;
  apart: 0 | 1;
  badge: Badge | null;
  consent: string | null;
}

const commentQuery = prepared((comment: CommentRow) =>
  build
    .insertInto('comments')
    .values({
      id: comment.id,
      site_id: comment.site,
      article_id: idAt(sql`site_id = ${comment.site}`, comment.articleKey).$notNull(),
      parent_id: comment.parentId,
      author: comment.author,
      email: comment.email,
      body: comment.body,
      state: comment.state,
      apart: comment.apart,
      risk: comment.risk,
      shipped_risk: comment.shippedRisk,
      learned_risk: comment.learnedRisk,
      sender: comment.sender,
      badge: comment.badge,
      fingerprint: comment.fingerprint,
      sketch: comment.sketch,
      has_links: comment.hasLinks,
      article_title: comment.articleTitle,
      article_url: comment.articleUrl,
      created_at: comment.createdAt,
      consent: comment.consent,
    })
    .compile(),
);

const arrivalQuery = prepared(
  ({ id, kind, createdAt }: { id: string; kind: 'comment.held' | 'comment.published'; createdAt: number }) =>
    noteEvent({ kind, comment: id, createdAt, where: sql`true` }),
);

/** One statement however many there are, since D1 counts statements. */
function insertFindings(commentId: string, findings: readonly Finding[]) {
  const rows = findings.map(({ rule, verdict, message, start = null, end = null }) => [
    rule,
    verdict,
    message.vi,
    message.en,
    start,
    end,
  ]);
  return findingsQuery({ commentId, rows: JSON.stringify(rows) });
}

const findingsQuery = prepared(({ commentId, rows }: { commentId: string; rows: string }) =>
  sql`insert into findings
      (comment_id, position, rule, verdict, message_vi, message_en, span_start, span_end)
    select ${commentId}, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${rows})`.compile(build),
);

/** Where a comment stands, for its author; the reason is that of the last decision about it. */
export async function findStanding(database: Database, id: string) {
  const [row] = await database.query(
    build
      .selectFrom('comments')
      .innerJoin('articles', 'articles.id', 'comments.article_id')
      .leftJoin('decided_comments', (join) =>
        join
          .onRef('decided_comments.comment_id', '=', 'comments.id')
          .onRef('decided_comments.version', '=', 'comments.version'),
      )
      .leftJoin('decisions', 'decisions.id', 'decided_comments.decision_id')
      .select([
        'comments.id',
        'comments.site_id as site',
        'comments.state',
        'comments.author',
        'comments.body',
        'comments.version',
        'comments.created_at as createdAt',
        'comments.parent_id as parentId',
        'decisions.reason',
        'decisions.created_at as decidedAt',
        'articles.key as articleKey',
        // What everyone may know, else what its author called it.
        sql<string>`coalesce(nullif(articles.title, ''), comments.article_title)`.as('articleTitle'),
        sql<string>`coalesce(nullif(articles.url, ''), comments.article_url)`.as('articleUrl'),
      ])
      .where('comments.id', '=', id)
      .compile(),
  );
  return row;
}
