import type { Reading } from '../filter/reading.ts';
import type { Facts } from '../filter/rule.ts';
import { sketchDistance, textSketch } from '../filter/sketch.ts';
import type { Site } from '../sites/site.ts';
import { countLately } from '../store/filter/facts.ts';
import { findSketched } from '../store/filter/sketches.ts';
import type { World } from '../world/world.ts';

export interface Traces {
  /** The keyed hash of the sender's address. */
  sender: string;
  /** Equal for texts that read the same. */
  fingerprint: string;
  /** Close for texts that are nearly the same; empty for those too short to tell. */
  sketch: string;
  /** How the captcha was met without its picture, where the site does not trust that. */
  metUnseen: Facts['metUnseen'];
}

const fewestWords = 8;
/** Of the runs of three words, this share may differ. */
const nearEnough = 0.4;

/** Short texts are alike by chance. */
export function sketchOf(reading: Reading): string {
  return reading.written.length < fewestWords ? '' : textSketch(reading);
}

/** What this sender and this text did lately on this site; a site may leave the pace of senders out. */
export async function gatherFacts(world: World, site: Site, traces: Traces): Promise<Facts> {
  const [counted, nearTextLastDay] = await Promise.all([
    countLately(world.database, { site: site.id, ...traces }, world.now()),
    countNear(world, site, traces),
  ]);
  const paceless = site.pace === 'off' && { senderLastMinute: 0, senderLastHour: 0 };
  return { ...counted, ...paceless, nearTextLastDay, metUnseen: traces.metUnseen };
}

async function countNear(world: World, site: Site, { sketch, fingerprint }: Traces): Promise<number> {
  if (sketch === '') return 0;
  const others = await findSketched(world.database, site.id, sketch, world.now());
  return others.filter(
    (other) => other.fingerprint !== fingerprint && sketchDistance(other.sketch, sketch) <= nearEnough,
  ).length;
}
