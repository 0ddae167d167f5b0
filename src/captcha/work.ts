import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { keyedHash } from '../world/hash.ts';
import { type Random, randomBetween } from '../world/random.ts';

/** A challenge of the ALTCHA scheme, as its library makes it and as its solvers take it. */
export type WorkChallenge = Challenge;

export interface WorkDone {
  challenge: WorkChallenge;
  solution: Solution;
}

const algorithm = 'PBKDF2/SHA-256';
const iterations = 1000;
/** How many keys are derived before the right one is found: about a second on a phone of the middle class. */
const tries = { fewest: 400, most: 800 };
const dearest = 16;
/** A sender's challenges of a minute up to which the work stays as it is. */
const usual = 12;

/** How many challenges the sender was given in this minute. */
export interface Load {
  ofSender: number;
}

/**
 * Work that takes so many tries, bound to one challenge of ours. It does not say when it expires: our challenge
 * does, by our clock.
 */
export function newWork(secret: string, id: string, load: Load, random: Random): Promise<WorkChallenge> {
  const dearness = dearnessUnder(load);
  return createChallenge({
    algorithm,
    cost: iterations,
    counter: Math.round(dearness * randomBetween(random, tries.fewest, tries.most)),
    data: { challenge: id },
    deriveKey,
    hmacSignatureSecret: keyFor(secret, 'challenge'),
    hmacKeySignatureSecret: keyFor(secret, 'key'),
  });
}

/** 1 as long as a sender is quiet, then in proportion to what they were given; what others ask for is none of theirs. */
export function dearnessUnder({ ofSender }: Load): number {
  return Math.min(dearest, Math.max(1, ofSender / usual));
}

/** Whether it is the work of this challenge, and done. The library accepts the same work twice: spend it first. */
export async function isWorkDone(secret: string, id: string, { challenge, solution }: WorkDone) {
  if (challenge.parameters.data?.challenge !== id) return false;
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
