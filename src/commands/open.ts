import { randomBytes } from 'node:crypto';
import { readClip } from '../captcha/clips.ts';
import { drawPicture } from '../captcha/picture.ts';
import { publicUrlOf, readSettings, type Settings } from '../settings.ts';
import { ensureDemoSite } from '../sites/demo.ts';
import type { Site } from '../sites/site.ts';
import { openDataDir } from '../store/data-dir.ts';
import { findSite } from '../store/sites.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';
import type { World } from '../world.ts';

/** Runs a command against the data folder that the environment names, and closes it again. */
export async function withWorld(
  work: (world: World & { database: SqliteDatabase }) => Promise<void>,
): Promise<void> {
  const settings = givenSettings();
  const { database, secret } = openDataDir(settings.DATA_DIR, settings.SECRET);
  try {
    const world = { database, secret, now: Date.now, random: randomBytes, draw: drawPicture, clip: readClip };
    await ensureDemoSite(world, publicUrlOf(settings));
    await work(world);
    await database.settled();
  } finally {
    await database.close();
  }
}

export function givenSettings(): Settings {
  return readSettings(process.env);
}

export async function siteNamed(world: World, id: string): Promise<Site> {
  const site = await findSite(world.database, id);
  if (!site) throw new Error(`no site "${id}"; see site list`);
  return site;
}
