import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';

/** What somebody who signs in is held against. */
export interface Account {
  id: string;
  name: string;
  /** Hashed. */
  password: string;
  /** Whether a code is asked for too. */
  secondFactor: boolean;
}

/** The account; nothing where there is none or it is shut. */
export async function findOpenAccount(database: Database, id: string): Promise<Account | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('moderators')
      .leftJoin('second_factors', 'second_factors.moderator_id', 'moderators.id')
      .select(['id', 'name', 'password', 'confirmed_at'])
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .compile(),
  );
  if (!row) return undefined;
  const { confirmed_at, ...account } = row;
  return { ...account, secondFactor: confirmed_at !== null };
}

/** What a new password leaves open: one session, if any, and the tokens where they stay. */
export interface Kept {
  /** Hashed. */
  session?: string;
  tokens: boolean;
}

/** Replaces the password and ends all that is not kept; false where the password was changed meanwhile. */
export async function replacePassword(
  database: Database,
  { id, password: old }: Account,
  password: string,
  { session = '', tokens }: Kept,
  act: ActBy,
): Promise<boolean> {
  const [replaced] = await database.batch([
    build
      .updateTable('moderators')
      .set({ password })
      .where('id', '=', id)
      .where('password', '=', old)
      .returning('id')
      .compile(),
    recordAct(act, { kind: 'password', account: id, details: { tokens: tokens ? 'kept' : 'ended' } }),
    build
      .deleteFrom('credentials')
      .where('moderator_id', '=', id)
      .where('kind', 'in', tokens ? ['session'] : ['session', 'token'])
      .where('hash', '<>', session)
      .where((row) =>
        row.exists(
          row.selectFrom('moderators').select('id').where('id', '=', id).where('password', '=', password),
        ),
      )
      .compile(),
  ]);
  return replaced.length > 0;
}
