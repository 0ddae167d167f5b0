import { sql } from 'kysely';
import { titleSaid, urlSaid } from '../articles/sayings.ts';
import { dayMs } from '../filter/facts.ts';
import { partAt } from '../filter/sketches.ts';
import type { Moved, MovedFinding } from './rows.ts';
import { listing, ofItsSite } from './source.ts';

type RawComment = Omit<Moved['comment'], 'hasLinks' | 'apart' | 'trusted' | 'findings'> & {
  hasLinks: 0 | 1;
  apart: 0 | 1;
  trusted: 0 | 1;
  findings: string;
};
type RawFinding = [string, MovedFinding['verdict'], string, string, number | null, number | null];

/** All of it as long as anything is compared with it, and then what is left of it. */
const wholeSketch = sql`coalesce((select sketch from sketch_parts where day = created_at / ${sql.lit(dayMs)}
  and site_id = comments.site_id and part = ${partAt(sql`0`, sql`comments.sketch`)}
  and comment_id = comments.id), sketch)`;

/** In the order in which they were written, so that an answer never comes before what it answers. */
export const listComments = listing<RawComment, Moved['comment']>({
  tables: sql`comments`,
  key: ['rowid'],
  columns: sql`id, site_id as site, (select key from articles where articles.id = article_id) as article,
    parent_id as "parentId", author, email, body, state, version, risk, shipped_risk as "shippedRisk",
    learned_risk as "learnedRisk", judge_verdict as "judgeVerdict", judge_ms as "judgeMs",
    sender, fingerprint, ${wholeSketch} as sketch, lesson, has_links as "hasLinks",
    ${titleSaid()} as "articleTitle", ${urlSaid()} as "articleUrl", apart, appeal, appealed_at as "appealedAt",
    badge, likes, picked_at as "pickedAt", consent, trusted, reviewed_by as "reviewedBy",
    (select mailbox from followed_comments where comment_id = comments.id) as mailbox, created_at as "createdAt",
    (select json_group_array(json_array(rule, verdict, message_vi, message_en, span_start, span_end)
      order by position) from findings where comment_id = comments.id) as findings`,
  ofSite: ofItsSite,
  toRow: ({ hasLinks, apart, trusted, findings, ...row }) => ({
    ...row,
    hasLinks: hasLinks === 1,
    apart: apart === 1,
    trusted: trusted === 1,
    findings: JSON.parse(findings).map(toFinding),
  }),
});

function toFinding([rule, verdict, vi, en, start, end]: RawFinding): MovedFinding {
  return { rule, verdict, message: { vi, en }, start, end };
}
