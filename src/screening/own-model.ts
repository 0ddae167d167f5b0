import { LRUCache } from 'lru-cache';
import { unpack } from '../filter/model/packed.ts';
import * as shipped from '../filter/model/weights.ts';
import type { Made } from '../filter/own/course.ts';
import type { Counts } from '../filter/own/seen.ts';
import { type Standing, standingOf } from '../filter/own/standing.ts';
import type { Voice } from '../filter/own/voice.ts';
import { readMade } from '../filter/own/written.ts';
import { usualJoint } from '../filter/risk.ts';
import type { Thresholds } from '../filter/rule.ts';
import type { Site } from '../sites/site.ts';
import { readModel } from '../store/filter/site-models.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { thresholdsOf } from './thresholds.ts';

type Stored = Pick<World, 'database'>;

/** What the shipped models are: a site's own says something only together with those it was made with. */
export function basis(): string {
  known ??= digest(JSON.stringify([shipped.abuse, shipped.spam, usualJoint]));
  return known;
}

let known: string | undefined;

/** How a site's own model stands to the shipped ones, and of what it was made. */
export interface OwnStanding extends Standing {
  taught: Counts;
}

/** Null where the site has none, or does not learn. */
export async function standingFor({ database }: Stored, site: Site): Promise<OwnStanding | null> {
  if (site.learning === 'off') return null;
  const row = await readModel(database, site.id, basis());
  if (!row) return null;
  const made = readMade(row.model);
  return { ...standingOf(made, thresholdsOf(site)), taught: made.taught };
}

/** A quarter of a megabyte each, at most. */
const mostVoices = 32;
/** By what tells the models apart; nothing where the model does not speak. */
const voices = new LRUCache<string, { voice: Voice | null }>({ max: mostVoices });

/** The site's own model that has this digest, where it speaks. */
export async function voiceOf({ database }: Stored, site: Site, model: string): Promise<Voice | null> {
  const holdAt = thresholdsOf(site);
  const key = JSON.stringify([site.id, model, holdAt]);
  const kept = voices.get(key);
  if (kept) return kept.voice;
  const row = await readModel(database, site.id, basis());
  const voice = row ? voiceIn(readMade(row.model), holdAt) : null;
  if (row?.digest === model || !row) voices.set(key, { voice });
  return voice;
}

function voiceIn(made: Made, holdAt: Thresholds): Voice | null {
  const { speaks, holdAbove } = standingOf(made, holdAt);
  return speaks === 'own' ? { model: unpack(made.words), joint: made.joint, holdAbove } : null;
}
