import { type RawBuilder, sql } from 'kysely';
import type { ActKind } from '../../acts/act.ts';
import type { Role } from '../../moderators/moderator.ts';
import { among, build, type Database } from '../database.ts';
import { isWithinReach } from '../moderators/moderators.ts';

/** Who reads the log. */
export interface LogReader {
  id: string;
  role: Role;
  sites: readonly string[];
  /** Whether it is an owner of all sites, who reads all of it; or whoever runs a command. */
  everything: boolean;
  /** What they may read of their sites where they are no owner. */
  kinds: readonly ActKind[];
}

/** Up to so many acts, those of a reader's sites are quicker found from their sites than along the log. */
const fewActs = 2000;

export async function readsFew(database: Database, { role, sites, everything }: LogReader): Promise<boolean> {
  if (everything || role === 'owner') return false;
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from
      (select 1 from acts where site_id in ${among(sites)} limit ${fewActs})`.compile(build),
  );
  return (row?.count ?? 0) < fewActs;
}

/** Of a row of `acts`: whether it is for this reader. It is read along the log but where there are few. */
export function isSeenBy(reader: LogReader, areFew = false): RawBuilder<boolean> {
  const { id, role, sites, everything, kinds } = reader;
  if (everything) return sql<boolean>`true`;
  const of = (column: string) => sql`${sql.raw(areFew ? '' : '+')}${sql.ref(`acts.${column}`)}`;
  const own = sql`${of('moderator_id')} = ${id} or ${of('account_id')} = ${id}`;
  const ofSites = sql`${of('site_id')} in ${among(sites)}`;
  if (role === 'owner') {
    const account = sql`coalesce(acts.account_id, acts.moderator_id)`;
    return sql<boolean>`(${ofSites} or ${own} or (${of('site_id')} is null and exists
      (select 1 from moderators as target where target.id = ${account} and ${isWithinReach(id)})))`;
  }
  return sql<boolean>`(${own} or (${ofSites} and (+acts.kind in ${among(kinds)}
    or (+acts.kind = 'undo' and acts.details ->> 'of' in ${among(kinds)}))))`;
}
