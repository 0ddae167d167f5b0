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

/**
 * Work that takes the usual tries as often as its price says, bound to one challenge of ours. It does not say when it
 * expires: our challenge does, by our clock.
 */
export function newWork(secret: string, id: string, price: number, random: Random): Promise<WorkChallenge> {
  return createChallenge({
    algorithm,
    cost: iterations,
    counter: Math.round(price * randomBetween(random, tries.fewest, tries.most)),
    data: { challenge: id },
    deriveKey,
    hmacSignatureSecret: keyFor(secret, 'challenge'),
    hmacKeySignatureSecret: keyFor(secret, 'key'),
  });
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
