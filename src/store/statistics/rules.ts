import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** What moderators made of the comments that a rule held. */
export interface RuleOutcome {
  rule: string;
  published: number;
  decided: number;
}

/** Of each rule, the one first that held most of what moderators published anyway. */
export async function listRuleOutcomes(database: Database, sites: readonly string[]): Promise<RuleOutcome[]> {
  return database.query(
    sql<RuleOutcome>`select rule, sum(iif(lesson = 'publish', count, 0)) as published, sum(count) as decided
      from rule_outcomes where site_id in ${among(sites)}
      group by rule having sum(count) > 0
      order by 1.0 * sum(iif(lesson = 'publish', count, 0)) / sum(count) desc, decided desc, rule`.compile(
      build,
    ),
  );
}
