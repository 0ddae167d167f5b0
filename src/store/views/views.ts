import { type RawBuilder, sql } from 'kysely';
import { type ActBy, recordAct } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';

/** What a moderator narrowed the queue by, under a name. */
export interface View {
  id: string;
  name: string;
  /** The query of its address. */
  asked: string;
  site: string | null;
  isShared: boolean;
  isOwn: boolean;
  /** Whose it is. */
  by: string;
}

/** Who asks for views: an owner may end what another shared with their sites. */
export interface Viewer {
  id: string;
  role: 'owner' | 'moderator';
  sites: readonly string[];
}

/** One's own in one's own order, and then what is shared with one's sites. */
export async function listViews(database: Database, viewer: Viewer): Promise<View[]> {
  const rows = await database.query(
    sql<Omit<View, 'isShared' | 'isOwn'> & { shared: 0 | 1; own: 0 | 1 }>`select views.id, views.name, asked,
        site_id as site, shared, moderator_id = ${viewer.id} as own, owners.name as "by"
      from views join moderators as owners on owners.id = moderator_id
      where ${isSeenBy(viewer)} order by own desc, iif(own, position, 0), views.name, views.id`.compile(
      build,
    ),
  );
  return rows.map(({ shared, own, ...view }) => ({ ...view, isShared: shared === 1, isOwn: own === 1 }));
}

function isSeenBy({ id, sites }: Viewer): RawBuilder<unknown> {
  return sql`(moderator_id = ${id} or (shared = 1 and (site_id in ${among(sites)} or (site_id is null and exists
    (select 1 from moderators as owners where owners.id = moderator_id and (owners.all_sites = 1 or exists
      (select 1 from moderator_sites where moderator_sites.moderator_id = owners.id
        and moderator_sites.site_id in ${among(sites)})))))))`;
}

/** One's own, or as an owner what is shared with one's sites. */
function isChangedBy(viewer: Viewer): RawBuilder<unknown> {
  return viewer.role === 'owner' ? isSeenBy(viewer) : sql`moderator_id = ${viewer.id}`;
}

/** No more than this are one's own. */
export const mostViews = 30;

export interface NewView {
  id: string;
  name: string;
  asked: string;
  site: string | null;
  isShared: boolean;
}

/** Whether there was room for it; rejects with Duplicate where one has a view of that name. */
export async function addView(
  database: Database,
  view: NewView,
  owner: Viewer,
  act: ActBy,
): Promise<boolean> {
  const { id, name, asked, site, isShared } = view;
  const own = sql`from views where moderator_id = ${owner.id}`;
  const [rows] = await database.batch([
    sql`insert into views (id, moderator_id, site_id, name, asked, shared, position, created_at)
      select ${id}, ${owner.id}, ${site}, ${name}, ${asked}, ${isShared ? 1 : 0},
        (select coalesce(max(position), 0) + 1 ${own}), ${act.createdAt}
      where (select count(*) ${own}) < ${mostViews} returning id`.compile(build),
    recordAct(act, {
      kind: 'view-share',
      site,
      details: { name },
      where: sql`exists (select 1 from views where id = ${id} and shared = 1)`,
    }),
  ]);
  return rows.length > 0;
}

/** Whether it is the viewer's to rename; rejects with Duplicate where its owner has a view of that name. */
export async function renameView(
  database: Database,
  id: string,
  name: string,
  viewer: Viewer,
): Promise<boolean> {
  const rows = await database.query(
    sql`update views set name = ${name} where id = ${id} and ${isChangedBy(viewer)} returning id`.compile(
      build,
    ),
  );
  return rows.length > 0;
}

/** One place up or down among one's own. */
export async function moveView(
  database: Database,
  id: string,
  step: 'up' | 'down',
  viewer: Viewer,
): Promise<void> {
  const own = (await listViews(database, viewer)).filter(({ isOwn }) => isOwn).map((view) => view.id);
  const from = own.indexOf(id);
  const to = from + (step === 'up' ? -1 : 1);
  if (from === -1 || to < 0 || to >= own.length) return;
  const order = own.with(from, own[to] ?? id).with(to, id);
  await database.query(
    sql`update views set position = (select key from json_each(${JSON.stringify(order)}) where value = views.id)
      where moderator_id = ${viewer.id} and id in ${among(order)}`.compile(build),
  );
}

/** Shares one's own view with the moderators of its sites, or no longer; whether that was for the viewer to do. */
export async function shareView(
  database: Database,
  { id, name, site }: Pick<View, 'id' | 'name' | 'site'>,
  isShared: boolean,
  viewer: Viewer,
  act: ActBy,
): Promise<boolean> {
  const mine = isShared ? sql`moderator_id = ${viewer.id}` : isChangedBy(viewer);
  const [rows] = await database.batch([
    sql`update views set shared = ${isShared ? 1 : 0} where id = ${id} and ${mine} returning id`.compile(
      build,
    ),
    recordAct(act, { kind: isShared ? 'view-share' : 'view-end', site, details: { name } }),
  ]);
  return rows.length > 0;
}

/** Whether it was for the viewer to delete, and is no more. */
export async function deleteView(
  database: Database,
  { id, name, site }: Pick<View, 'id' | 'name' | 'site'>,
  viewer: Viewer,
  act: ActBy,
): Promise<boolean> {
  const [shared, , own] = await database.batch([
    sql`delete from views where id = ${id} and shared = 1 and ${isChangedBy(viewer)} returning id`.compile(
      build,
    ),
    recordAct(act, { kind: 'view-end', site, details: { name } }),
    sql`delete from views where id = ${id} and shared = 0 and moderator_id = ${viewer.id} returning id`.compile(
      build,
    ),
  ]);
  return shared.length + own.length > 0;
}
