import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { Period } from './days.ts';
import { listWaitSteps, sumUp, type Waits } from './waits.ts';

/** What moderators decided in a period, comment by comment. */
export interface Decided {
  decided: number;
  published: number;
  rejected: number;
  spam: number;
  restored: number;
  /** How much of what they had decided, whenever, a colleague undid. */
  undone: number;
  /** Of the comments that they were the first to decide; null where there is none. */
  waits: Waits | null;
}

export interface ModeratorFigures extends Decided {
  id: string;
  name: string;
}

/** What each moderator decided, who decided most first, and what all of them did. */
export async function readModerators(
  database: Database,
  period: Period,
): Promise<{ moderators: ModeratorFigures[]; all: Decided }> {
  const [rows, steps] = await Promise.all([
    database.query(decidedQuery(period)),
    listWaitSteps(database, period),
  ]);
  const moderators = rows.map((row) => ({
    ...row,
    waits: sumUp(steps.filter(({ moderatorId }) => moderatorId === row.id)),
  }));
  return { moderators, all: { ...addUp(rows), waits: sumUp(steps) } };
}

function decidedQuery({ sites, first, last }: Period) {
  return sql<Omit<ModeratorFigures, 'waits'>>`select moderators.id, moderators.name,
      sum(published + rejected + spam + restored) as decided, sum(published) as published,
      sum(rejected) as rejected, sum(spam) as spam, sum(restored) as restored, sum(undone) as undone
    from moderator_days join moderators on moderators.id = moderator_id
    where site_id in ${among(sites)} and day between ${first} and ${last}
    group by moderators.id order by decided desc, moderators.name`.compile(build);
}

type Counts = Omit<Decided, 'waits'>;

function addUp(rows: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => rows.reduce((total, row) => total + row[name], 0);
  return {
    decided: sum('decided'),
    published: sum('published'),
    rejected: sum('rejected'),
    spam: sum('spam'),
    restored: sum('restored'),
    undone: sum('undone'),
  };
}
