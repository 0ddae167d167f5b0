import type { Texts } from '../filter/rule.ts';
import { type Options, readSubmission, screenRead } from '../filter/screen.ts';
import { compileWords } from '../filter/site-words.ts';
import type { Site } from '../sites/site.ts';
import { listPast, type PastComment } from '../store/filter/past-comments.ts';
import { readSiteWords, type WordChoice } from '../store/filter/site-words.ts';
import { mapInSlices } from '../world/slices.ts';
import type { World } from '../world/world.ts';
import { thresholdsOf } from './thresholds.ts';

/** What other words would have done to the comments of late. */
export interface Trial {
  /** How many comments were judged both ways. */
  judged: number;
  /** Those that only the new words hold. */
  held: PastComment[];
  /** Those that only the present words hold. */
  freed: PastComment[];
}

const latest = 500;

/** Judges the newest comments by the site's words as they are and as they would be; saves nothing. */
export async function tryWords(world: World, site: Site, choice: WordChoice): Promise<Trial> {
  const present = optionsOf(site, await readSiteWords(world.database, site.id));
  const proposed = optionsOf(site, choice);
  const past = await listPast(world.database, site.id, latest);
  const both = await mapInSlices(past, (comment) => {
    const texts = readSubmission(comment);
    return { comment, before: isHeld(texts, present), after: isHeld(texts, proposed) };
  });
  return {
    judged: past.length,
    held: both.filter(({ before, after }) => !before && after).map(({ comment }) => comment),
    freed: both.filter(({ before, after }) => before && !after).map(({ comment }) => comment),
  };
}

/** Without the site's history, which the comments of the past have made. */
function optionsOf(site: Site, { held, passed }: WordChoice): Options {
  return { words: compileWords(held, passed), holdAt: thresholdsOf(site), swearing: site.swearing };
}

function isHeld(texts: Texts | undefined, options: Options): boolean {
  return screenRead(texts, undefined, undefined, options).verdict !== 'pass';
}
