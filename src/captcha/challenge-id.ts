import { challengeMs } from '../store/lifetimes.ts';
import { keyedHash, keyedRandom, sameText } from '../world/hash.ts';
import { counter } from '../world/metrics.ts';
import { randomText, randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { alphabet, answerLength } from './alphabet.ts';

/** What an id says of its challenge. */
export interface ChallengeId {
  id: string;
  site: string;
  expiresAt: number;
}

const tokenLength = 16;
const count = counter('binh_luan_challenges_issued_total', 'Captchas given out, with pages or alone.', [{}]);

/**
 * Opens a challenge: all of it is in its signed id, and nothing is stored before it is used, so that a page with a
 * form costs no write and nobody's challenge makes room for another's.
 */
export function newChallengeId(world: Pick<World, 'secret' | 'now' | 'random'>, site: string): ChallengeId {
  count();
  const expiresAt = world.now() + challengeMs;
  const said = `${site}~${randomToken(world.random).slice(0, tokenLength)}~${expiresAt.toString(36)}`;
  return { id: `${said}~${signature(world, said)}`, site, expiresAt };
}

/** What an id says that was made here, whenever that was; nothing of any other. */
export function readChallengeId(world: Pick<World, 'secret'>, id: string): ChallengeId | undefined {
  const [site = '', token = '', expiry = '', signed = ''] = id.split('~');
  const said = `${site}~${token}~${expiry}`;
  if (!sameText(id, `${said}~${signed}`) || !sameText(signed, signature(world, said))) return undefined;
  return { id, site, expiresAt: Number.parseInt(expiry, 36) };
}

/** The answer of a challenge: as random to whoever has not the secret as the secret is. */
export function answerOf({ secret }: Pick<World, 'secret'>, id: string): string {
  return randomText(keyedRandom(secret, 'captcha answer', id), alphabet, answerLength);
}

function signature({ secret }: Pick<World, 'secret'>, said: string): string {
  return keyedHash(secret, 'challenge id', said).slice(0, 22);
}
