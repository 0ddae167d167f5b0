import { listFonts } from '../store/captcha-styles.ts';
import type { Database } from '../store/database.ts';
import { keyedRandom } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { atlas } from './drawing/atlas.ts';
import { type Style, styleFrom } from './drawing/style.ts';

const known = new WeakMap<Database, { seed: string; style: Style }>();

/** How this installation draws: it follows from the secret, from the seed, and from the operator's own fonts. */
export async function installationStyle({ database, secret }: World, seed: string): Promise<Style> {
  const before = known.get(database);
  if (before?.seed === seed) return before.style;
  const random = keyedRandom(secret, 'captcha style', seed);
  const style = styleFrom(random, atlas, await listFonts(database));
  known.set(database, { seed, style });
  return style;
}
