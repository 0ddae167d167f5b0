import { emptyLocal, type Local, localOf, rowsFor } from '../filter/model/local.ts';
import { compileNames, type ReservedNames } from '../filter/reserved-names.ts';
import type { Thresholds } from '../filter/rule.ts';
import type { Options } from '../filter/screen.ts';
import { compileWords, type SiteWords } from '../filter/site-words.ts';
import type { Site } from '../sites/site.ts';
import { readAllFeatures, readFeatures } from '../store/filter/lessons.ts';
import { readOwnWords, type WordChoice } from '../store/filter/site-words.ts';
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
  const { moderators, ...choice } = await readOwnWords(world.database, site.id);
  return {
    words: wordsOnce(choice),
    holdAt: thresholdsOf(site),
    history: site.learning === 'on' ? await learned() : emptyLocal(),
    names: namesOnce(site, moderators),
  };
}

export function thresholdsOf(site: Site): Thresholds {
  return { abuse: site['hold-abuse-at'], spam: site['hold-spam-at'] };
}

/** Of a person's name a part is somebody else's; of a publication's it is the publication's. */
function namesOnce(site: Site, moderators: readonly string[]): ReservedNames {
  const [parts, wholes] = [[site['newsroom-name'], ...site['reserved-names']], [...moderators]];
  const ofSeveralWords = /\S\s+\S/.test(site.name.trim());
  (ofSeveralWords ? parts : wholes).push(site.name);
  return names(JSON.stringify([parts, wholes]), () => compileNames(parts, wholes));
}

function wordsOnce({ held, passed }: WordChoice): SiteWords {
  return words(JSON.stringify([held, passed]), () => compileWords(held, passed));
}

const mostCompiled = 200;

/** Compiled by their text, so that those of a site are compiled once and a change counts at once. */
function compiledOnce<Compiled>() {
  const compiled = new Map<string, Compiled>();
  return (key: string, compile: () => Compiled): Compiled => {
    const known = compiled.get(key);
    if (known) return known;
    if (compiled.size >= mostCompiled) compiled.clear();
    const made = compile();
    compiled.set(key, made);
    return made;
  };
}

const words = compiledOnce<SiteWords>();
const names = compiledOnce<ReservedNames>();
