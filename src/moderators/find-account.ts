import { alike, readTyped } from '../language/typed.ts';
import { type Database, Duplicate } from '../store/database.ts';
import { type Account, findOpenAccount } from '../store/moderators/accounts.ts';
import { listNames, type NamedAccount } from '../store/moderators/moderators.ts';

/** The open account that somebody means by this name; takes as long where there is none. */
export async function findByName(database: Database, typed: string): Promise<Account | undefined> {
  const open = (await listNames(database)).filter(({ disabledAt }) => disabledAt === null);
  return findOpenAccount(database, pickNamed(open, typed)?.id ?? '');
}

/** The one that is spelled so, else the only one that is spelled alike. */
export function pickNamed(accounts: readonly NamedAccount[], typed: string): NamedAccount | undefined {
  const written = readTyped(typed);
  const similar = accounts.filter(({ name }) => alike(name) === alike(typed));
  const spelled = similar.find(({ name }) => name === typed || readTyped(name) === written);
  return spelled ?? (similar.length === 1 ? similar[0] : undefined);
}

/** Throws Duplicate where people would take the name for that of an account that there is. */
export async function requireFreeName(database: Database, name: string): Promise<void> {
  const names = await listNames(database);
  if (names.some((one) => alike(one.name) === alike(name))) throw new Duplicate();
}
