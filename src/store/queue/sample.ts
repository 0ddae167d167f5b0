import { sql } from 'kysely';
import type { QueuedComment } from '../../comments/comment.ts';
import { type RiskLevel, riskLevelOf } from '../../language/risk.ts';
import { inSteps } from '../../world/slices.ts';
import { among, build, type Database } from '../database.ts';
import { mostDecided } from './decisions.ts';
import { listMatching } from './matching.ts';
import { findQueued } from './queue.ts';
import type { QueueFilter } from './queue-filter.ts';

/** What a decision by filter would cover. */
export interface MatchingSample {
  /** How many match, up to one more than can be decided at once: `expected` of the decision. */
  matching: number;
  /** The first, some from between, and the last, oldest first. */
  comments: readonly QueuedComment[];
  /** Of the comments that can be decided at once; those that no rule spoke against have none. */
  reasons: readonly { rule: string; count: number }[];
  withoutReason: number;
  risks: Readonly<Record<RiskLevel, number>>;
  senders: number;
  articles: number;
  /** When the oldest came; null where none matches. */
  oldest: number | null;
}

/** A sample of what matches, and how it is made up; read some at a time, so that nobody waits for all of it. */
export async function sampleMatching(database: Database, filter: QueueFilter): Promise<MatchingSample> {
  const ids = (await listMatching(database, filter, mostDecided + 1)).map(({ id }) => id);
  const chosen = placesOf(ids.length).flatMap((place) => ids[place] ?? []);
  const found = new Map((await findQueued(database, filter.sites, chosen)).map((one) => [one.id, one]));
  return {
    matching: ids.length,
    comments: chosen.flatMap((id) => found.get(id) ?? []),
    ...tally(await readKinds(database, ids.slice(0, mostDecided))),
  };
}

const atStart = 5;
const between = 3;
const atEnd = 2;

/** Which places are shown of so many. */
function placesOf(count: number): number[] {
  const first = Array.from({ length: atStart }, (_, at) => at);
  const last = Array.from({ length: atEnd }, (_, at) => count - atEnd + at);
  const rest = Math.max(0, count - atStart - atEnd);
  const spread = Array.from(
    { length: between },
    (_, at) => atStart + Math.floor(((at + 1) * rest) / (between + 1)),
  );
  const places = [...first, ...spread, ...last].filter((place) => place >= 0 && place < count);
  return [...new Set(places)].sort((one, other) => one - other);
}

interface Kind {
  risk: number;
  site: string;
  sender: string;
  article: number;
  createdAt: number;
  /** A JSON array. */
  rules: string;
}

const readTogether = 500;

async function readKinds(database: Database, ids: readonly string[]): Promise<Kind[]> {
  const kinds: Kind[] = [];
  let read = 0;
  await inSteps(async () => {
    kinds.push(...(await database.query(kindsQuery(ids.slice(read, read + readTogether)))));
    read += readTogether;
    return read < ids.length;
  });
  return kinds;
}

function kindsQuery(ids: readonly string[]) {
  return sql<Kind>`select risk, site_id as site, sender, article_id as article, created_at as "createdAt",
      (select json_group_array(distinct rule) from findings
        where comment_id = comments.id and verdict <> 'pass') as rules
    from comments where id in ${among(ids)}`.compile(build);
}

function tally(kinds: readonly Kind[]) {
  const reasons = kinds.map(({ rules }): string[] => JSON.parse(rules));
  const countAt = (level: RiskLevel) => kinds.filter(({ risk }) => riskLevelOf(risk) === level).length;
  return {
    reasons: countEach(reasons.flat()).sort((one, other) => other.count - one.count),
    withoutReason: reasons.filter((rules) => rules.length === 0).length,
    risks: { low: countAt('low'), middle: countAt('middle'), high: countAt('high') },
    senders: new Set(kinds.map(({ site, sender }) => `${site} ${sender}`)).size,
    articles: new Set(kinds.map(({ article }) => article)).size,
    oldest: kinds.reduce<number | null>(
      (oldest, { createdAt }) => Math.min(oldest ?? createdAt, createdAt),
      null,
    ),
  };
}

function countEach(rules: readonly string[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count }));
}
