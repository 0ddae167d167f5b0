import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { countMatching } from '../../store/queue/matching.ts';
import { listQueue } from '../../store/queue/queue.ts';
import type { QueueFilter } from '../../store/queue/queue-filter.ts';
import { readStandings } from '../../store/queue/standings.ts';
import { countStates } from '../../store/queue/state-counts.ts';
import type { Deps } from '../deps.ts';
import { isoTime, jsonAnswer, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { toQueueFilter } from './asked.ts';
import { sitesOf } from './moderator-sites.ts';
import { changesAnswer, queueFilter, queuePageAnswer, queueQuery, sortOf } from './queue-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/queue',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Comments of one tab, with why each was held',
  request: { query: queueQuery },
  responses: { 200: jsonAnswer('A page of the queue', queuePageAnswer), ...problems },
});

const changesQuery = queueFilter.extend({
  since: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  ids: z
    .string()
    .max(8000)
    .default('')
    .transform((ids) => ids.split(',').filter(Boolean).slice(0, 100)),
});

const changes = createRoute({
  method: 'get',
  path: '/api/v1/queue/changes',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'What happened to a page of the queue since it was read; to be asked every few seconds',
  middleware: [etag()] as const,
  request: { query: changesQuery },
  responses: { 200: jsonAnswer('What changed', changesAnswer), ...problems },
});

const mostNewer = 100;

export function queueRoutes(deps: Deps) {
  return newRoutes()
    .openapi(list, async (context) => {
      const moderator = context.get('moderator');
      const { page, counts } = await readQueue(deps, moderator, context.req.valid('query'));
      const comments = page.rows.map((comment) => toJson(comment, moderator.language, deps.now()));
      return context.json({ comments, ...publicCounts(counts), nextCursor: page.nextCursor }, 200);
    })
    .openapi(changes, async (context) => {
      const { since, ids, ...filter } = context.req.valid('query');
      const sites = sitesOf(context.get('moderator'), filter.site);
      const later = cameFrom(toQueueFilter(filter, sites), since + 1);
      const [newer, counts, comments] = await Promise.all([
        countMatching(deps.database, later, mostNewer),
        countStates(deps.database, sites),
        readStandings(deps.database, sites, ids, context.get('moderator').id, deps.now()),
      ]);
      return context.json({ newer, ...publicCounts(counts), comments }, 200);
    });
}

/** What came from then on: comments, or appeals. */
function cameFrom(filter: QueueFilter, time: number): QueueFilter {
  return filter.tab === 'appeals'
    ? { ...filter, appealedFrom: time }
    : { ...filter, from: Math.max(filter.from ?? 0, time) };
}

export async function readQueue(deps: Deps, moderator: Moderator, query: z.infer<typeof queueQuery>) {
  const { sort: _, limit, cursor, ...filter } = query;
  const sort = sortOf(query);
  const sites = sitesOf(moderator, filter.site);
  const [page, counts] = await Promise.all([
    listQueue(deps.database, { ...toQueueFilter(filter, sites), sort, limit, cursor }),
    countStates(deps.database, sites),
  ]);
  return { page, counts };
}

type Counted = Awaited<ReturnType<typeof countStates>>;

function publicCounts({ withdrawn: _, apart, reported, appeals, trusted, ...counts }: Counted) {
  return { counts, apart, reported, appeals, trusted };
}

function toJson(comment: QueuedComment, language: Language, now: number) {
  const { findings, sender, reports, takenBack, appeal, edited, decided, claimedBy } = comment;
  return {
    ...comment,
    createdAt: isoTime(comment.createdAt),
    findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
    sender: toSender(sender),
    reports: reports.map(timed),
    takenBack: takenBack && timed(takenBack),
    appeal: appeal && timed(appeal),
    edited: edited && timed(edited),
    decided: decided && timed(decided),
    claimedBy: claimedBy && claimedBy.until > now ? claimedBy.name : null,
  };
}

function toSender({ since, blockedUntil, held, notes, ...sender }: QueuedComment['sender']) {
  return {
    ...sender,
    since: since === null ? null : isoTime(since),
    blockedUntil: blockedUntil === null ? null : isoTime(blockedUntil),
    held: held && timed(held),
    notes: notes.map(timed),
  };
}

function timed<Event extends { at: number }>(event: Event): Omit<Event, 'at'> & { at: string } {
  return { ...event, at: isoTime(event.at) };
}
