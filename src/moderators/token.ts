import { z } from 'zod';
import type { By } from '../acts/act.ts';
import { readTyped } from '../language/typed.ts';
import { actBy } from '../store/acts/record.ts';
import { putCredential } from '../store/moderators/credentials.ts';
import { dayMs } from '../world/clock.ts';
import { digest } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Scope } from './scope.ts';

export const tokenName = z
  .string()
  .overwrite(readTyped)
  .min(1)
  .max(64)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name));
/** For so many days it may be chosen that a token lives. */
export const tokenDays = z.coerce.number().int().min(1).max(3650);

export interface NewToken {
  name: string;
  /** Null: whatever its account may. */
  scope: Scope | null;
  /** Null: until it is ended. */
  days: number | null;
}

/** A new bearer token, shown this once: only its hash is kept. */
export function createToken(
  world: Pick<World, 'database' | 'now' | 'random'>,
  moderatorId: string,
  given: NewToken = { name: '', scope: null, days: null },
  by: By = { id: moderatorId, access: 'desk' },
): Promise<string> {
  return createCredential(world, moderatorId, given, by, digest);
}

export async function createCredential(
  world: Pick<World, 'database' | 'now' | 'random'>,
  moderatorId: string,
  { name, scope, days }: NewToken,
  by: By,
  hashOf: (secret: string) => string,
): Promise<string> {
  const secret = randomToken(world.random);
  const createdAt = world.now();
  const endsAt = days === null ? null : createdAt + days * dayMs;
  const token = { kind: 'token', expiresAt: null, browser: '', name, scope, endsAt } as const;
  const made = { ...token, hash: hashOf(secret), moderatorId, createdAt };
  await putCredential(world.database, made, actBy(world, by));
  return secret;
}
