import { sql } from 'kysely';
import type { SiteSettings } from '../sites/site.ts';
import { type ActBy, type ActToRecord, recordAct } from './acts/record.ts';
import { build, type Database } from './database.ts';
import { findSite, toRow } from './sites.ts';

/** What some settings were, and what they are to be. */
export interface SettingsChange {
  before: Partial<SiteSettings>;
  after: Partial<SiteSettings>;
}

/** Changes those settings of a site that are to be others than they are, by an act that says both; none where none is. */
export async function setSite(
  database: Database,
  id: string,
  settings: Partial<SiteSettings>,
  act: ActBy,
): Promise<void> {
  const site = await findSite(database, id);
  if (!site) return;
  const after = pick(settings, (name) => !isSame(settings[name], site[name]));
  if (Object.keys(after).length === 0) return;
  const before = pick(site, (name) => name in after);
  const stored = await storeSettings(database, id, { before, after }, act);
  if (!stored) await setSite(database, id, settings, act);
}

/** Changes settings that are still what they were; whether they were. */
export async function storeSettings(
  database: Database,
  id: string,
  change: SettingsChange,
  act: ActBy,
  undoing: Pick<ActToRecord, 'undoes'> = {},
): Promise<boolean> {
  const kind = undoing.undoes === undefined ? 'site-set' : 'undo';
  const details = kind === 'undo' ? { of: 'site-set', ...change } : change;
  const unchanged = Object.entries(toRow(change.before)).map(([column, value]) => {
    const isList = Array.isArray(change.before[column.replaceAll('_', '-') as keyof SiteSettings]);
    return isList ? sql`json(${sql.ref(column)}) = json(${value})` : sql`${sql.ref(column)} is ${value}`;
  });
  const [, , rows] = await database.batch([
    build
      .updateTable('sites')
      .set(toRow(change.after))
      .where('id', '=', id)
      .where(sql<boolean>`${sql.join(unchanged, sql` and `)}`)
      .compile(),
    recordAct(act, { kind, site: id, details, ...undoing }),
    build.selectFrom('acts').select('id').where('id', '=', act.id).compile(),
  ]);
  return rows.length > 0;
}

function pick(
  settings: Partial<SiteSettings>,
  isWanted: (name: keyof SiteSettings) => boolean,
): Partial<SiteSettings> {
  const wanted = Object.entries(settings).filter(
    ([name]) => name !== 'id' && isWanted(name as keyof SiteSettings),
  );
  return Object.fromEntries(wanted);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
