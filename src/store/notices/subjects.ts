import { sql } from 'kysely';
import type { QueueStanding, Subject, TellingSite } from '../../notices/subject.ts';
import { titleSaid, urlSaid } from '../articles/sayings.ts';
import { among, build, type Database } from '../database.ts';
import { countStates } from '../queue/state-counts.ts';

interface Row extends Omit<Subject, 'article' | 'reasons' | 'decision'> {
  key: string;
  title: string;
  url: string;
}

/** The comments that deliveries are about, by id; each with its decision where the delivery names one. */
export async function readSubjects(
  database: Database,
  asked: readonly { comment: string | null; decision: string | null }[],
): Promise<(decision: string | null, comment: string | null) => Subject | undefined> {
  const ids = asked.flatMap(({ comment }) => comment ?? []);
  const decided = asked.flatMap(({ decision }) => decision ?? []);
  const [comments, findings, decisions] = await Promise.all([
    database.query(
      sql<Row>`select comments.id, parent_id as "parentId", author, body, state, risk, likes, reports,
          comments.created_at as "createdAt", articles.key, coalesce(nullif(articles.title, ''), ${titleSaid()}) as title,
          coalesce(nullif(articles.url, ''), ${urlSaid()}) as url
        from comments join articles on articles.id = article_id where comments.id in ${among(ids)}`.compile(
        build,
      ),
    ),
    database.query(
      sql<{
        id: string;
        rule: string;
        vi: string;
        en: string;
      }>`select comment_id as id, rule, message_vi as vi,
          message_en as en from findings where verdict <> 'pass' and comment_id in ${among(ids)}
        order by comment_id, position`.compile(build),
    ),
    database.query(
      sql<NonNullable<Subject['decision']>>`select id, action, reason from decisions
        where id in ${among(decided)}`.compile(build),
    ),
  ]);
  return (decision, comment) => {
    const row = comments.find(({ id }) => id === comment);
    if (!row) return undefined;
    const { key, title, url, ...rest } = row;
    return {
      ...rest,
      article: { key, title, url },
      reasons: findings.filter(({ id }) => id === comment).map(({ rule, vi, en }) => ({ rule, vi, en })),
      decision: decisions.find(({ id }) => id === decision) ?? null,
    };
  };
}

/** How the queue of a site stands; what waits apart is left aside. */
export async function readQueueStanding(database: Database, site: string): Promise<QueueStanding> {
  const counts = await countStates(database, [site]);
  const [row] = await database.query(
    sql<{
      oldest: number | null;
      high: number;
    }>`select min(created_at) as oldest, count(*) filter (where risk >= 0.7) as high
      from comments where site_id = ${site} and state = 'pending' and apart = 0`.compile(build),
  );
  return {
    waiting: counts.pending,
    highRisk: row?.high ?? 0,
    reported: counts.reported,
    appeals: counts.appeals,
    oldestAt: row?.oldest ?? null,
  };
}

export async function findTellingSite(database: Database, id: string): Promise<TellingSite | undefined> {
  const [row] = await database.query(
    sql<TellingSite>`select id, name, language from sites where id = ${id}`.compile(build),
  );
  return row;
}
