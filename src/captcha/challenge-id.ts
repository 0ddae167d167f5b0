import { challengeMs } from '../store/lifetimes.ts';
import { keyedHash, keyedRandom } from '../world/hash.ts';
import { counter } from '../world/metrics.ts';
import { type Random, randomText, randomToken } from '../world/random.ts';
import { type Secrets, secretOf } from '../world/secrets.ts';
import type { World } from '../world/world.ts';
import { alphabet, answerLength } from './alphabet.ts';

/** What an id says of its challenge. */
export interface ChallengeId {
  id: string;
  site: string;
  expiresAt: number;
}

const tokenLength = 16;
const count = counter('binh_luan_challenges_issued_total', 'Captchas given out, with pages or alone.', {
  readers: 'anyone',
});

/**
 * Opens a challenge: all of it is in its signed id, and nothing is stored before it is used, so that a page with a
 * form costs no write and nobody's challenge makes room for another's.
 */
export function newChallengeId(
  world: Pick<World, 'secret' | 'now' | 'random'>,
  site: string,
  token = newToken(world.random),
): ChallengeId {
  count({});
  const expiresAt = world.now() + challengeMs;
  const said = `${site}~${token}~${expiresAt.toString(36)}`;
  return { id: `${said}~${signature(world, said)}`, site, expiresAt };
}

/** 80 random bits, which no other challenge has: its answer, picture and sound hang on them. */
export function newToken(random: Random): string {
  return randomToken(random).slice(0, tokenLength);
}

/** The token of an id; what is no id is taken for one. */
export function tokenOf(id: string): string {
  const [, token = id] = id.split('~');
  return token;
}

/** What an id says that was made here, whenever that was; nothing of any other. */
export function readChallengeId(world: Secrets, id: string): ChallengeId | undefined {
  const [site = '', , expiry = ''] = id.split('~');
  if (secretOfChallenge(world, id) === undefined) return undefined;
  return { id, site, expiresAt: Number.parseInt(expiry, 36) };
}

/** The world as it was when the challenge was made: its answer, picture and sound hang on the secret of then. */
export function asOfChallenge<Of extends Secrets>(world: Of, id: string): Of {
  return { ...world, secret: secretOfChallenge(world, id) ?? world.secret };
}

function secretOfChallenge(world: Secrets, id: string): string | undefined {
  const [site = '', token = '', expiry = '', signed = ''] = id.split('~');
  const said = `${site}~${token}~${expiry}`;
  if (id !== `${said}~${signed}`) return undefined;
  return secretOf(world, signed, (made) => signature(made, said));
}

/**
 * The answer of a challenge, by its id or its token: as random to whoever has not the secret as the secret is. It hangs
 * on secret and token alone, so that it can be drawn before there is a challenge.
 */
export function answerOf({ secret }: Pick<World, 'secret'>, id: string): string {
  return randomText(keyedRandom(secret, 'captcha answer', tokenOf(id)), alphabet, answerLength);
}

function signature({ secret }: Pick<World, 'secret'>, said: string): string {
  return keyedHash(secret, 'challenge id', said).slice(0, 22);
}
