import { compileNames, type ReservedNames } from '../filter/reserved-names.ts';
import type { Options } from '../filter/screen.ts';
import { compileWords, type SiteWords } from '../filter/site-words.ts';
import type { Site } from '../sites/site.ts';
import { type OwnOfSite, readOwnOfSite, type WordChoice } from '../store/filter/site-words.ts';
import type { World } from '../world/world.ts';
import { voiceOf } from './own-model.ts';
import { riskiestOf } from './riskiest.ts';
import { thresholdsOf } from './thresholds.ts';

/** What an owner chose, whatever the site was taught and got of late. */
type Tuned = Omit<Required<Options>, 'own' | 'riskiest'>;

/** How a site has tuned and taught its filter. */
export async function tuningFor(
  world: Pick<World, 'database' | 'now'>,
  site: Site,
): Promise<Required<Options>> {
  const own = await readOwnOfSite(world.database, site.id);
  const model = site.learning === 'on' ? own.model : undefined;
  return {
    ...tuned(site, own),
    own: model === undefined ? null : await voiceOf(world, site, model),
    riskiest: await riskiestOf(world, site),
  };
}

/** How it has tuned it, whatever it was taught. */
export async function tuningOf(world: Pick<World, 'database'>, site: Site): Promise<Tuned> {
  return tuned(site, await readOwnOfSite(world.database, site.id));
}

function tuned(site: Site, { moderators, ...choice }: OwnOfSite): Tuned {
  return {
    words: wordsOnce(choice),
    holdAt: thresholdsOf(site),
    names: namesOnce(site, moderators),
    swearing: site.swearing,
  };
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
