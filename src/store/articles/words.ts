import { type CompiledQuery, sql } from 'kysely';
import type { Moderation } from '../../sites/site.ts';
import { build, type Database } from '../database.ts';
import { addArticle, idAt } from './articles.ts';
import { showNames } from './choices.ts';

/** What a site says of one of its articles; what is left out stays as it was, and an empty title says nothing. */
export interface Word {
  title?: string | undefined;
  url?: string | undefined;
  open?: boolean | undefined;
  /** Null is to be moderated as its site is. */
  moderation?: Moderation | null | undefined;
}

/** Keeps the site's own word on the article that a key leads to, which is made where there is none. */
export async function sayOfArticle(
  database: Database,
  { site, key }: { site: string; key: string },
  { title, url, open, moderation }: Word,
  { by, now, announces }: { by: string | null; now: number; announces: boolean },
  acts: readonly CompiledQuery[],
): Promise<void> {
  const at = idAt(sql`site_id = ${site}`, key);
  const named = title !== undefined || url !== undefined;
  await database.batch([
    addArticle({ site, key, createdAt: now }),
    sql`update articles set
        said_title = coalesce(${title ?? null}, said_title), said_url = coalesce(${url ?? null}, said_url),
        said_by = iif(${named ? 1 : 0}, ${by}, said_by), said_at = iif(${named ? 1 : 0}, ${now}, said_at),
        open = coalesce(${open === undefined ? null : Number(open)}, open),
        moderation = iif(${moderation === undefined ? 1 : 0}, moderation, ${moderation ?? null}),
        announced_at = coalesce(announced_at, ${announces ? now : null})
      where id = ${at}`.compile(build),
    ...acts,
    showNames(at),
  ]);
}
