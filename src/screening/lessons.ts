import {
  type Counts,
  deltasOf,
  every,
  type Label,
  learned,
  localOf,
  type Row,
} from '../filter/model/local.ts';
import { read } from '../filter/reading.ts';
import type { Site } from '../sites/site.ts';
import {
  countLessons,
  type DueLesson,
  forgetLessons,
  listDueLessons,
  listLearningSites,
  readFeatures,
} from '../store/filter/lessons.ts';
import { inSteps } from '../world/slices.ts';
import type { World } from '../world/world.ts';

/** A lesson is as much work as two comments that are moved; D1 takes no more statements at once. */
const atOnce = ({ database }: Pick<World, 'database'>) => Math.min(50, database.rowsAtOnce / 2);

/** Teaches every site a part of what its moderators decided of late. */
export async function learnDecided(world: World): Promise<void> {
  for (const site of await listLearningSites(world.database)) await learnDue(world, site);
}

/** Teaches every site all that its moderators decided; others get their turn meanwhile. */
export async function learnAll(world: Pick<World, 'database'>): Promise<void> {
  for (const site of await listLearningSites(world.database)) await inSteps(() => learnDue(world, site));
}

/** Counts what moderators decided of late in the site's own model; true where more may be left to count. */
export async function learnDue(world: Pick<World, 'database'>, site: string): Promise<boolean> {
  const due = await listDueLessons(world.database, site, atOnce(world));
  const lessons = due.map((lesson) => ({ ...lesson, deltas: deltasFor(lesson) }));
  if (lessons.length > 0) await countLessons(world.database, site, lessons);
  return lessons.length === atOnce(world);
}

/** How many decisions of each kind the site's own model has counted. */
export async function countTaught(world: World, site: Site): Promise<Counts> {
  return learned(localOf(await readFeatures(world.database, site.id, [every])));
}

/** Makes the site's own model anew from the decision log. */
export async function relearn(world: Pick<World, 'database'>, site: string): Promise<void> {
  await forgetLessons(world.database, site);
  await inSteps(() => learnDue(world, site));
}

/** What was counted of the comment is taken back, and what moderators made of it is counted. */
function deltasFor({ body, lesson, learned }: DueLesson): Row[] {
  const text = read(body).canonical;
  const deltas = (label: Label | null) => (label === null ? [] : deltasOf(text, label));
  const taken = deltas(learned).map(({ feature, publish, reject, spam }) => ({
    feature,
    publish: -publish,
    reject: -reject,
    spam: -spam,
  }));
  return [...taken, ...deltas(lesson)];
}
