import { invalidField, type Problem } from '../problem.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { sayOfArticle, type Word } from '../store/articles/words.ts';
import type { World } from '../world/world.ts';
import { type KnownArticle, lookUpArticle } from './article.ts';

/**
 * Takes the site's own word on an article; throws `invalid` where the address is none of the site's pages. Where the
 * site's server `announces` it, its age counts from then.
 */
export async function sayWord(
  world: World,
  site: Site,
  key: string,
  word: Word,
  { moderator, announces = false }: { moderator: string; announces?: boolean },
): Promise<KnownArticle> {
  if (word.url && site.origins.length > 0 && !isOnSite(site, word.url)) throw elsewhere();
  await sayOfArticle(world.database, { site: site.id, key }, word, {
    by: moderator,
    now: world.now(),
    announces,
  });
  return lookUpArticle(world, site, key);
}

function elsewhere(): Problem {
  return invalidField('url', 'elsewhere', {
    vi: 'Địa chỉ này không thuộc các địa chỉ của trang báo (mục origins).',
    en: 'This is not an address of the site: it is at none of its origins.',
  });
}
