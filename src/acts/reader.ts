import type { Moderator } from '../moderators/moderator.ts';
import type { LogReader } from '../store/acts/seen-by.ts';
import type { Database } from '../store/database.ts';
import { worksEverywhere } from '../store/moderators/moderators.ts';
import { listSites } from '../store/sites.ts';
import { kindsOfModerators } from './kinds.ts';

/** Whoever runs a command, of the acts themselves. */
export const readsAll: LogReader = { id: '', role: 'owner', sites: [], everything: true, kinds: [] };

/** The same, also of all decisions. */
export async function operatorOf(database: Database): Promise<LogReader> {
  return { ...readsAll, sites: (await listSites(database)).map(({ id }) => id) };
}

export async function readerOf(database: Database, { id, role, sites }: Moderator): Promise<LogReader> {
  const everything = role === 'owner' && (await worksEverywhere(database, id));
  return { id, role, sites, everything, kinds: kindsOfModerators };
}
