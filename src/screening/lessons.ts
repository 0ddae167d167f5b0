import { Course } from '../filter/own/course.ts';
import { see } from '../filter/own/seen.ts';
import { write } from '../filter/own/written.ts';
import { readSubmission } from '../filter/screen.ts';
import type { Site } from '../sites/site.ts';
import { type Lesson, listTaught, readLessons, restoreLessons } from '../store/filter/lessons.ts';
import { type Enough, listUntaught, readChanges, storeModel } from '../store/filter/site-models.ts';
import { findSite } from '../store/sites.ts';
import { digest } from '../world/hash.ts';
import { mapInSlices, stepByStep } from '../world/slices.ts';
import type { World } from '../world/world.ts';
import { basis } from './own-model.ts';
import { tuningOf } from './tuning.ts';

type LearningWorld = Pick<World, 'database' | 'now'>;

/** Of a site's latest decisions so many make its model. */
const mostLessons = 4000;
const atOnce = 100;

/** While moderators work, a model is made anew only where that may tell. */
export const enough: Enough = { lessons: 25, share: 0.05 };
/** In the end whatever was undone or erased is not in it any more. */
export const anything: Enough = { lessons: 1, share: 0 };

/** Makes the models of all sites anew of which so much changed; others get their turn meanwhile. */
export async function learnDue(world: LearningWorld, changed: Enough = enough): Promise<void> {
  for (const id of await listUntaught(world.database, basis(), changed)) {
    const site = await findSite(world.database, id);
    if (site) await learn(world, site);
  }
}

/** Makes the site's own model anew from the decision log. */
export async function relearn(world: LearningWorld, site: Site): Promise<void> {
  await restoreLessons(world.database, site.id);
  await learn(world, site);
}

/** What changes meanwhile is counted as not known yet. */
async function learn(world: LearningWorld, site: Site): Promise<void> {
  const { database } = world;
  const changes = await readChanges(database, site.id);
  const { taught, text } = await makeModel(world, site);
  await storeModel(database, {
    site_id: site.id,
    digest: digest(text),
    basis: basis(),
    changes,
    lessons: taught.publish + taught.reject + taught.spam,
    made_at: world.now(),
    model: text,
  });
}

async function makeModel(world: LearningWorld, site: Site) {
  const tuning = await tuningOf(world, site);
  const course = new Course();
  const ids = await listTaught(world.database, site.id, mostLessons);
  for (let from = 0; from < ids.length; from += atOnce) {
    const lessons = await readLessons(world.database, ids.slice(from, from + atOnce));
    await mapInSlices(lessons, (lesson) => take(course, lesson, tuning));
  }
  const made = await stepByStep(course.making());
  return { taught: made.taught, text: write(made) };
}

function take(
  course: Course,
  { author, body, lesson }: Lesson,
  { words, ...tuning }: Awaited<ReturnType<typeof tuningOf>>,
): void {
  const texts = readSubmission({ author, body });
  if (texts) course.take(see(texts, { ...words, ...tuning }), lesson);
}
