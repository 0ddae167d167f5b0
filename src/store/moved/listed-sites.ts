import { type Selectable, sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { toSite } from '../sites.ts';
import type { Moved } from './rows.ts';
import { listing } from './source.ts';

export const listSites = listing<Selectable<Schema['sites']>, Moved['site']>({
  tables: sql`sites`,
  key: ['id'],
  columns: sql`sites.*`,
  ofSite: (site) => sql`id = ${site}`,
  toRow: (row) => {
    const { id, ...settings } = toSite(row);
    return {
      id,
      settings,
      version: row.version,
      erasedUntil: row.erased_until,
      createdAt: row.created_at,
    };
  },
});

type RawModerator = Omit<Moved['moderator'], 'everywhere' | 'sites'> & { everywhere: 0 | 1; sites: string };

/** Those of one site are who works on it and who is named in its log. */
export const listModerators = listing<RawModerator, Moved['moderator']>({
  tables: sql`moderators`,
  key: ['rowid'],
  columns: sql`id, name, password, role, all_sites as everywhere,
    (select json_group_array(site_id order by site_id) from moderator_sites where moderator_id = id) as sites,
    language, keys, disabled_at as "disabledAt", created_at as "createdAt"`,
  ofSite: (site) => sql`(all_sites = 1
    or exists (select 1 from moderator_sites where moderator_id = id and site_id = ${site})
    or exists (select 1 from articles where said_by = moderators.id and site_id = ${site})
    or exists (select 1 from acts where moderator_id = moderators.id and site_id = ${site})
    or exists (select 1 from blocks where moderator_id = moderators.id and site_id = ${site})
    or exists (select 1 from sender_notes where moderator_id = moderators.id and site_id = ${site})
    or exists (select 1 from sender_holds where moderator_id = moderators.id and site_id = ${site})
    or exists (select 1 from edits cross join comments on comments.id = comment_id
      where moderator_id = moderators.id and site_id = ${site})
    or exists (select 1 from decisions cross join decided_comments on decision_id = decisions.id
      cross join comments on comments.id = comment_id
      where moderator_id = moderators.id and site_id = ${site}))`,
  toRow: ({ everywhere, sites, ...row }, site) => ({ ...row, ...reachOf(everywhere === 1, sites, site) }),
});

/** An account that works on all sites of one installation is not to work on all those of another. */
function reachOf(everywhere: boolean, sites: string, site: string | undefined) {
  const named: string[] = JSON.parse(sites);
  if (site === undefined) return { everywhere, sites: named };
  return { everywhere: false, sites: everywhere || named.includes(site) ? [site] : [] };
}
