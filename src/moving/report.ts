import { type KeptComment, listEarliest } from '../store/foreign/staged-comments.ts';
import {
  countArticles,
  countComments,
  countKept,
  countLeftOut,
  countPlain,
  listLargest,
  listMerged,
} from '../store/foreign/staged-counts.ts';
import type { Staging } from '../store/foreign/staging.ts';
import { keepsEmail } from './comment-row.ts';
import { plainParameters } from './place.ts';
import type { Plan } from './plan.ts';
import type { Noted } from './stage.ts';
import type { Written } from './write.ts';

const mostArticles = 10;
const mostComments = 20;
const mostMerged = 5;

export type Report = ReturnType<typeof report>;

/** All that is to be known of an import: what was read, what came of it, what was changed, and some of it to look at. */
export function report(
  staging: Staging,
  plan: Plan,
  {
    noted,
    hosts,
    written,
    now,
  }: { noted: Noted; hosts: ReadonlyMap<string, number>; written: Written; now: number },
) {
  const { bytes, emptyNames, cutNames, longBodies, images, frames, oddities } = noted;
  const { oldest, newest, read, kept, replies, twins } = countComments(staging);
  const articles = countArticles(staging);
  const marks = countKept(staging, 'mark');
  const leftOut = countLeftOut(staging);
  const known = articles.kept - written.newArticles;
  return {
    source: plan.format,
    file: plan.file,
    bytes,
    site: plan.site.id,
    dryRun: plan.dryRun,
    act: written.act,
    oldest: isoOf(oldest),
    newest: isoOf(newest),
    counts: {
      articles: { ...articles, new: written.newArticles, known },
      comments: {
        read,
        kept,
        added: written.added,
        alreadyHere: written.alreadyHere,
        ...countKept(staging, 'state'),
      },
      leftOut,
      replies: {
        kept: replies,
        liftedToAncestor: marks['to ancestor'] ?? 0,
        liftedToTop: marks['to top'] ?? 0,
        parentMissing: marks.missing ?? 0,
        parentElsewhere: marks['other article'] ?? 0,
        circles: marks.circle ?? 0,
      },
      names: { empty: emptyNames, cut: cutNames },
      times: { notUnderstood: leftOut['no time'] ?? 0 },
      emails: { kept: written.emailsKept, dropped: written.emailsDropped },
      bodies: { overMaxLength: longBodies, withoutImages: images, withoutFrames: frames },
      oddities: { ...oddities, ...(twins > 0 && { 'same id': twins }) },
    },
    advice: advise(staging, plan),
    hosts: Object.fromEntries(hosts),
    merged: listMerged(staging, mostMerged),
    articles: listLargest(staging, mostArticles),
    comments: listEarliest(staging, mostComments).map((comment) => shown(comment, plan, now)),
  };
}

/** What is to be done before readers find all of it. */
function advise(staging: Staging, { site }: Plan): string[] {
  const plain = countPlain(staging);
  const missing = plainParameters.filter((name) => !site['article-query'].includes(name));
  if (plain === 0 || missing.length === 0) return [];
  const query = [...site['article-query'], ...missing].join(',');
  return [
    `${plain} articles are told apart by a parameter alone, as /?p=4: their pages find them after site set ${site.id} article-query ${query}`,
  ];
}

function shown(comment: KeptComment, plan: Plan, now: number) {
  return {
    sourceId: comment.id,
    parentSourceId: comment.parent?.id ?? null,
    author: comment.author,
    email: keepsEmail(plan, comment, now) ? comment.email : null,
    body: comment.body,
    state: comment.state,
    createdAt: isoOf(comment.time),
    article: comment.key,
  };
}

function isoOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
