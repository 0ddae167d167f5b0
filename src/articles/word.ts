import type { By } from '../acts/act.ts';
import { invalidField, type Problem } from '../problem.ts';
import { isOnSite, type Site } from '../sites/site.ts';
import { actBy, recordAct } from '../store/acts/record.ts';
import { findChoice, nothingChosen } from '../store/articles/choices.ts';
import { sayOfArticle, type Word } from '../store/articles/words.ts';
import type { World } from '../world/world.ts';
import { type KnownArticle, lookUpArticle } from './article.ts';
import { differing, isSame } from './choose.ts';

/**
 * Takes the site's own word on an article, by an act where that changes anything; throws `invalid` where the address is
 * none of the site's pages. Where the site's server `announces` it, its age counts from then.
 */
export async function sayWord(
  world: World,
  site: Site,
  key: string,
  word: Word,
  { by, announces = false }: { by: By; announces?: boolean },
): Promise<KnownArticle> {
  if (word.url && site.origins.length > 0 && !isOnSite(site, word.url)) throw elsewhere();
  const from = (await findChoice(world.database, site.id, key)) ?? nothingChosen;
  const to = {
    ...from,
    ...Object.fromEntries(Object.entries(word).filter(([, said]) => said !== undefined)),
  };
  const act = actBy(world, by);
  const details = { key, ...differing(from, to) };
  const recorded = recordAct(act, { kind: 'article-set', site: site.id, details });
  const said = { by: by.id, now: act.createdAt, announces };
  await sayOfArticle(world.database, { site: site.id, key }, word, said, isSame(from, to) ? [] : [recorded]);
  return lookUpArticle(world, site, key);
}

function elsewhere(): Problem {
  return invalidField('url', 'elsewhere', {
    vi: 'Địa chỉ này không thuộc các địa chỉ của trang báo (mục origins).',
    en: 'This is not an address of the site: it is at none of its origins.',
  });
}
