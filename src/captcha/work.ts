import { createHmac, scryptSync } from 'node:crypto';
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
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
const keyLength = 32;

export type DeriveKey = (password: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>;

/** At once, for whoever made it wait for its turn: the threads that could do it are others' too. */
export const deriveAtOnce: DeriveKey = async (password, salt) =>
  scryptSync(password, salt, keyLength, { N: scrypt.cost, r: scrypt.memoryCost, p: scrypt.parallelism });

/** What takes long to make of a puzzle, and hangs on no challenge: a key, and where it is found. */
export interface Key {
  nonce: string;
  salt: string;
  counter: number;
  derivedKey: Uint8Array;
}

/** What is worked for: a challenge of ours, at a step of its price. */
export interface Bought {
  challenge: string;
  step: number;
}

/** A key that takes so many tries to find, in the middle; none of the tries is surer than another. */
export async function newKey(tries: number, random: Random, deriveKey: DeriveKey): Promise<Key> {
  const counter = Math.floor(randomBetween(random, 0, 2 * tries));
  let derivedKey = new Uint8Array();
  const { parameters } = await createChallenge({
    ...scrypt,
    keyLength,
    counter,
    deriveKey: async (_, salt, password) => {
      derivedKey = Uint8Array.from(await deriveKey(password, salt));
      return { derivedKey };
    },
  });
  return { nonce: parameters.nonce, salt: parameters.salt, counter, derivedKey };
}

/**
 * The puzzle of that key, signed for what is bought; a key serves once. It does not say when it expires: our challenge
 * does, by our clock.
 */
export async function newWork(
  secret: string,
  bought: Bought,
  { nonce, salt, counter, derivedKey }: Key,
): Promise<Puzzle> {
  const { parameters: unsigned } = await createChallenge({
    ...scrypt,
    keyLength,
    counter,
    data: { ...bought },
    deriveKey: async () => ({ derivedKey, parameters: { nonce, salt } }),
  });
  const keySignature = sign(keyFor(secret, 'key'), derivedKey);
  const parameters = inOrder({ ...unsigned, keySignature });
  return { parameters, signature: sign(keyFor(secret, 'challenge'), JSON.stringify(parameters)) };
}

/** As the library signs, which would have another thread do so, and wait for it twice. */
function sign(key: string, what: string | Uint8Array): string {
  return createHmac('sha256', key).update(what).digest('hex');
}

/** By name, as what is signed is. */
function inOrder<Parameters extends object>(parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1)),
  ) as Parameters;
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
    deriveKey: async (_, salt, password) => ({ derivedKey: await deriveAtOnce(password, salt) }),
    hmacSignatureSecret: keyFor(secret, 'challenge'),
    hmacKeySignatureSecret: keyFor(secret, 'key'),
  });
  return verified;
}

function keyFor(secret: string, part: string): string {
  return keyedHash(secret, 'proof of work', part);
}
