import { emptyLocal, type Local, localOf, rowsFor } from '../filter/model/local.ts';
import type { Thresholds } from '../filter/rule.ts';
import type { Options } from '../filter/screen.ts';
import { compileWords, type SiteWords } from '../filter/site-words.ts';
import type { Site } from '../sites/site.ts';
import { readAllFeatures, readFeatures } from '../store/filter/lessons.ts';
import { readSiteWords, type WordChoice } from '../store/filter/site-words.ts';
import type { World } from '../world/world.ts';

/** How a site has tuned and taught its filter, as far as it matters for this canonical text. */
export async function tuningFor(world: World, site: Site, canonical: string): Promise<Required<Options>> {
  const features = rowsFor(canonical);
  const learned = () => readFeatures(world.database, site.id, features).then(localOf);
  return tuning(world, site, learned);
}

/** The same for any text: all that the site has taught. */
export async function tuningForAll(world: World, site: Site): Promise<Required<Options>> {
  return tuning(world, site, () => readAllFeatures(world.database, site.id).then(localOf));
}

async function tuning(world: World, site: Site, learned: () => Promise<Local>): Promise<Required<Options>> {
  return {
    words: compiledOnce(await readSiteWords(world.database, site.id)),
    holdAt: thresholdsOf(site),
    history: site.learning === 'on' ? await learned() : emptyLocal(),
  };
}

export function thresholdsOf(site: Site): Thresholds {
  return { abuse: site['hold-abuse-at'], spam: site['hold-spam-at'] };
}

/** Compiled words by their text, so that those of a site are compiled once and a change counts at once. */
const compiled = new Map<string, SiteWords>();
const mostCompiled = 200;

function compiledOnce({ held, passed }: WordChoice): SiteWords {
  const key = JSON.stringify([held, passed]);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= mostCompiled) compiled.clear();
  const words = compileWords(held, passed);
  compiled.set(key, words);
  return words;
}
