import { sql } from 'kysely';
import type { Label } from '../../filter/own/seen.ts';
import { build, type Database } from '../database.ts';

/** What a judge outside said of a comment as it came, and what moderators made of it. */
export interface JudgedOutcome {
  verdict: 'pass' | 'hold' | 'failed';
  ms: number | null;
  lesson: Label;
}

/** Of the newest comments that moderators decided, those about which a judge was to be asked. */
export function listJudged(database: Database, site: string, limit: number): Promise<JudgedOutcome[]> {
  return database.query(
    sql<JudgedOutcome>`select judge_verdict as verdict, judge_ms as ms, lesson from (
        select judge_verdict, judge_ms, lesson from comments indexed by comments_taught
        where site_id = ${site} and lesson is not null order by created_at desc limit ${limit})
      where judge_verdict is not null`.compile(build),
  );
}
