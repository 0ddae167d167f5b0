import { scryptSync } from 'node:crypto';
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import type { DeriveKeyFunction } from 'altcha-lib/types';
import { keyedHash } from '../world/hash.ts';
import { type Random, randomBetween } from '../world/random.ts';

/** A puzzle of the ALTCHA scheme, as its library makes it and as its solvers take it. */
export type Puzzle = Challenge;

/** A puzzle, and its key, which somebody found. */
export interface Solved {
  challenge: Puzzle;
  solution: Solution;
}

/** scrypt over a mebibyte, which graphics cards and a phone's processor are least apart in: see docs/captcha.md. */
const scrypt = { algorithm: 'SCRYPT', cost: 1024, memoryCost: 8, parallelism: 1 };
/** At once, for whoever made it wait for its turn: the threads that could do it are others' too. */
const deriveKey: DeriveKeyFunction = async ({ cost, memoryCost: r = 8, keyLength }, salt, password) => ({
  derivedKey: scryptSync(password, salt, keyLength, { N: cost, r, p: 1 }),
});

/** What is worked for: a challenge of ours, at a step of its price. */
export interface Bought {
  challenge: string;
  step: number;
}

/**
 * A puzzle whose key takes so many tries to find, in the middle; none of the tries is surer than another. It does not say
 * when it expires: our challenge does, by our clock.
 */
export function newWork(secret: string, bought: Bought, tries: number, random: Random): Promise<Puzzle> {
  return createChallenge({
    ...scrypt,
    counter: Math.floor(randomBetween(random, 0, 2 * tries)),
    data: { ...bought },
    deriveKey,
    hmacSignatureSecret: keyFor(secret, 'challenge'),
    hmacKeySignatureSecret: keyFor(secret, 'key'),
  });
}

/**
 * At which step the work of this challenge was done; nothing where it was not. A signature says whether a key is right,
 * so none is derived. The library accepts the same work twice: spend it first.
 */
export async function stepOfWork(secret: string, id: string, solved: Solved): Promise<number | undefined> {
  const { challenge, step } = solved.challenge.parameters.data ?? {};
  const isOurs = challenge === id && typeof step === 'number';
  return isOurs && (await isSolved(secret, solved)) ? step : undefined;
}

async function isSolved(secret: string, { challenge, solution }: Solved): Promise<boolean> {
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: keyFor(secret, 'challenge'),
    hmacKeySignatureSecret: keyFor(secret, 'key'),
  });
  return verified;
}

function keyFor(secret: string, part: string): string {
  return keyedHash(secret, 'proof of work', part);
}
