import { type RawBuilder, sql } from 'kysely';
import type { Badge } from '../../comments/comment.ts';
import type { Finding } from '../../filter/finding.ts';
import type { Judged } from '../../screening/site-filter.ts';
import { addArticle, idAt } from '../articles/articles.ts';
import { keepSaying, sayingOf } from '../articles/sayings.ts';
import { build, type Database, type Demand, prepared } from '../database.ts';
import { keepFindings } from '../filter/findings.ts';
import { keepSketch, keptLength } from '../filter/sketches.ts';
import { noteEvent } from '../notices/events.ts';
import { followComment } from '../notices/mailboxes.ts';
import { renameReader } from '../readers/renaming.ts';
import { isTrusted, type Trust } from '../readers/standing.ts';
import { type Consent, consentText, keepNotice } from './consents.ts';
import { keepIdempotencyKey } from './idempotency-keys.ts';
import { indexWords, nextNumber } from './search-index.ts';
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
  /** By what trust it is published: where that does not hold any more in this write, it waits. */
  trust?: Trust | undefined;
  /** Whether it waits apart, since it came beyond the room of the hour. */
  apart?: boolean;
  risk: number;
  /** What the shipped models thought, and the site's own where it had enough to go by. */
  shippedRisk: number | null;
  learnedRisk: number | null;
  /** What the site's judge outside said, and after how many milliseconds, where it was to be asked. */
  judged?: Judged | null;
  sender: string;
  /** The other names of a known reader: what came under them is theirs under this one from now on. */
  formerly?: readonly string[] | undefined;
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
 * Stores the comment, its findings, its article if that is new, and the idempotency key, all or nothing, and together
 * with what is demanded of it. Resolves with the state that it is in, and rejects with Duplicate where the key is taken.
 */
export async function storeComment(
  database: Database,
  comment: CommentToStore,
  ...demands: Demand[]
): Promise<'pending' | 'published'> {
  const { id, site, article, sender, formerly = [], createdAt } = comment;
  const { trust, consent, follow, idempotency } = comment;
  const hasLinks = linkMark(comment.body);
  const [, , [stored]] = await database.batch([
    addArticle({ site, key: article.key, createdAt }),
    keepSaying({ site, ...article }),
    (trust ? trustedQuery(trust) : commentQuery)({
      ...comment,
      articleKey: article.key,
      articleTitle: article.title,
      articleUrl: article.url,
      hasLinks,
      sketch: comment.sketch.slice(0, keptLength),
      apart: comment.apart ? 1 : 0,
      judgeVerdict: comment.judged?.verdict ?? null,
      judgeMs: comment.judged?.ms ?? null,
      badge: comment.badge ?? null,
      consent: consent ? consentText(consent) : null,
    }),
    ...demands,
    ...(consent ? [keepNotice(site, consent)] : []),
    keepFindings(id, comment.findings),
    indexWords(id, comment.author, comment.body),
    ...(comment.sketch ? keepSketch(comment) : []),
    ...(follow ? followComment({ comment: id, site, mailbox: follow, createdAt }) : []),
    ...(idempotency ? [keepIdempotencyKey(comment, idempotency)] : []),
    ...arrivalsOf(comment),
    ...formerly.filter((name) => name !== sender).flatMap((name) => renameReader(site, name, sender)),
  ]);
  if (!stored) throw new Error('a comment was not stored');
  return stored.state;
}

interface CommentRow
  extends Omit<CommentToStore, 'trust' | 'formerly' | 'apart' | 'badge' | 'consent' | 'follow' | 'judged'> {
  articleKey: string;
  articleTitle: string;
  articleUrl: string;
  hasLinks: 0 | 1;
  apart: 0 | 1;
  judgeVerdict: Judged['verdict'] | null;
  judgeMs: number | null;
  badge: Badge | null;
  consent: string | null;
}

const commentQuery = prepared((comment: CommentRow) => insertComment(comment, comment.state, 0));

/** Whether the trust holds is asked in the write itself, so that a refusal that came before it counts. */
function trustedQuery(trust: Trust) {
  const holds = isTrusted(trust);
  return (comment: CommentRow) =>
    insertComment(
      comment,
      sql<'pending' | 'published'>`iif(${holds}, 'published', 'pending')`,
      sql<0 | 1>`${holds}`,
    );
}

function insertComment(
  comment: CommentRow,
  state: Written<'pending' | 'published'>,
  trusted: Written<0 | 1>,
) {
  const articleId = idAt(sql`site_id = ${comment.site}`, comment.articleKey);
  return build
    .insertInto('comments')
    .values({
      id: comment.id,
      number: nextNumber,
      site_id: comment.site,
      article_id: articleId.$notNull(),
      parent_id: comment.parentId,
      author: comment.author,
      email: comment.email,
      body: comment.body,
      state,
      trusted,
      apart: comment.apart,
      risk: comment.risk,
      shipped_risk: comment.shippedRisk,
      learned_risk: comment.learnedRisk,
      judge_verdict: comment.judgeVerdict,
      judge_ms: comment.judgeMs,
      sender: comment.sender,
      badge: comment.badge,
      fingerprint: comment.fingerprint,
      sketch: comment.sketch,
      has_links: comment.hasLinks,
      saying: sayingOf(articleId, comment.articleTitle, comment.articleUrl),
      created_at: comment.createdAt,
      consent: comment.consent,
    })
    .returning('state')
    .$narrowType<{ state: 'pending' | 'published' }>()
    .compile();
}

type Written<Value> = Value | RawBuilder<Value>;

/** What trust publishes may come to wait, so that both are made ready. */
function arrivalsOf({ id, createdAt, state, trust }: CommentToStore) {
  const became = trust ? (['published', 'pending'] as const) : [state];
  return became.map((one) => arrivalQuery({ id, createdAt, state: one, kind: arrivals[one] }));
}

const arrivals = { pending: 'comment.held', published: 'comment.published' } as const;

interface Arrival {
  id: string;
  state: keyof typeof arrivals;
  kind: (typeof arrivals)[keyof typeof arrivals];
  createdAt: number;
}

const arrivalQuery = prepared(({ id, state, kind, createdAt }: Arrival) =>
  noteEvent({ kind, comment: id, createdAt, where: sql`comments.state = ${state}` }),
);
