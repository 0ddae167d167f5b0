import { createHash } from 'node:crypto';
import { alike } from '../language/typed.ts';
import type { Problem } from '../problem.ts';
import {
  type Counted,
  nameGroups,
  ofAddresses,
  restOfWindow,
  returnAttempt,
  subjectsOf,
  takeAttempt,
} from '../store/limits/sign-in-attempts.ts';
import { sharesOf } from '../world/networks.ts';
import { tooFast } from '../world/too-fast.ts';
import type { World } from '../world/world.ts';

/** Wrong passwords or codes in a quarter of an hour, of whatever is counted, and of an address. */
export const limits = { each: 10, address: 50 };

export interface Limit {
  counted: Counted;
  most: number;
}

/** Counts an attempt that is not to count once it was right: give it back then. */
export interface Taken {
  giveBack: () => Promise<void>;
}

/**
 * Counts one attempt against each limit, in their order; throws `too-fast` where one is reached, and then counts it
 * against none.
 */
export async function takeAttempts(world: World, asked: readonly Limit[]): Promise<Taken> {
  const takenAt = world.now();
  const taken: Limit[] = [];
  const giveBack = async () => {
    for (const { counted } of taken) await returnAttempt(world.database, counted, takenAt);
  };
  for (const limit of asked) {
    if (!(await takeAttempt(world.database, limit.counted, limit.most, takenAt))) {
      await giveBack();
      throw tooMany(restOfWindow(takenAt));
    }
    taken.push(limit);
  }
  return { giveBack };
}

/** Of somebody whom nothing tells from others: of the address and its networks, then of the name, whoever has it. */
export function limitsOfStranger(name: string, address: string): Limit[] {
  return [...limitsOfAddress(address), { counted: { nameGroup: groupOf(name) }, most: limits.each }];
}

/** Of the address and its networks alone. */
export function limitsOfAddress(address: string): Limit[] {
  return sharesOf(address).map(({ name: shared, times }) => ({
    counted: { subject: `${ofAddresses}${shared}` },
    most: limits.address * times,
  }));
}

/**
 * Of an account's password or code, for one `holder` alone: a browser that signed in before or a session. So nobody
 * can use up the attempts of somebody else.
 */
export function limitOfHolder(accountId: string, what: 'password' | 'code', holder: string): Limit[] {
  return [{ counted: { subject: `${subjectsOf(accountId)}${what} ${holder}` }, most: limits.each }];
}

export function groupOf(name: string): number {
  return createHash('sha256').update(alike(name)).digest().readUInt16BE() % nameGroups;
}

function tooMany(waitMs: number): Problem {
  const minutes = Math.ceil(waitMs / 60_000);
  return tooFast(
    'sign-in',
    {
      vi: `Đã thử đăng nhập quá nhiều lần. Vui lòng đợi ${minutes} phút rồi thử lại.`,
      en: `Too many attempts to sign in. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    },
    Math.ceil(waitMs / 1000),
  );
}
