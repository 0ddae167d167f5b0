import { asSent, type KnownArticle } from '../../articles/article.ts';
import { askJudge } from '../../screening/judge/ask.ts';
import type { Asked } from '../../screening/judge/asked.ts';
import { isJudged, withJudge } from '../../screening/judge/judge.ts';
import { type SiteScreening, screenForSite } from '../../screening/site-filter.ts';
import type { Site } from '../../sites/site.ts';
import type { World } from '../../world/world.ts';
import type { NewComment } from '../comment.ts';
import { findAnswerable } from '../thread.ts';

interface ToScreen extends NewComment {
  id: string;
  known: KnownArticle;
}

/** By the filter, and where the site has one by its judge outside, who is told as much as readers will see. */
export async function screenAndJudge(
  world: World,
  site: Site,
  comment: ToScreen,
  traces: Parameters<typeof screenForSite>[3],
): Promise<SiteScreening> {
  const screening = await screenForSite(world, site, comment, traces);
  if (!isJudged(site, screening)) return screening;
  const answered = await askJudge(world, site, await toAsk(world, site, comment));
  // While the judge thought, more may have come from the same sender.
  return withJudge(await screenForSite(world, site, comment, traces), answered, comment.body);
}

async function toAsk(world: World, site: Site, comment: ToScreen): Promise<Asked> {
  const { id, known, author, body, parentId, article } = comment;
  const parent = parentId === undefined ? undefined : await findAnswerable(world, site, known.id, parentId);
  return {
    ...{ version: 1, id, site: site.id, author, body },
    article: { key: article.key, title: known.shown.title ?? asSent(site, article).title },
    ...(parent && { parent: { id: parent.id, author: parent.author, body: parent.body } }),
  };
}
