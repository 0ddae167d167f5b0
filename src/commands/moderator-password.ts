import { requireFreeName } from '../moderators/find-account.ts';
import { moderatorName, newPassword, type Role } from '../moderators/moderator.ts';
import { hashPassword } from '../moderators/password.ts';
import { passwordLine } from '../moderators/password-line.ts';
import { refuseGuessable } from '../moderators/passwords/chosen.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { Duplicate } from '../store/database.ts';
import { replacePassword } from '../store/moderators/accounts.ts';
import { addModerator } from '../store/moderators/moderators.ts';
import { countTokens } from '../store/moderators/operator.ts';
import { missingSites } from '../store/sites.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { firstLine } from './first-line.ts';
import { openAccountNamed, readSiteId } from './open.ts';

interface NewModerator {
  name: string;
  role: Role;
  sites: string[];
}

/** Adds an account with the password that standard input begins with. */
export async function addAccount(world: World, given: NewModerator): Promise<void> {
  const name = moderatorName.safeParse(given.name);
  if (!name.success) throw new Error('the name takes 1 to 64 characters');
  const sites = given.sites.map(readSiteId);
  const [missing] = await missingSites(world.database, sites);
  if (missing) throw new Error(`no site "${missing}"; see site list`);
  const password = await readPassword(world, name.data);
  const account = { id: randomToken(world.random), name: name.data, password, role: given.role, sites };
  try {
    await requireFreeName(world.database, name.data);
    await addModerator(world.database, { ...account, createdAt: world.now() }, actBy(world, byCommand));
  } catch (error) {
    throw error instanceof Duplicate ? new Error(`there is a moderator "${name.data}" already`) : error;
  }
  console.log(name.data);
}

/** Replaces the password by the one that standard input begins with; says how many tokens outlive it. */
export async function putPassword(
  world: World,
  typed: string,
  { endTokens }: { endTokens: boolean },
): Promise<void> {
  const account = await openAccountNamed(world, typed);
  const password = await readPassword(world, account.name);
  if (
    !(await replacePassword(
      world.database,
      account,
      password,
      { tokens: !endTokens },
      actBy(world, byCommand),
    ))
  )
    throw new Error('the password was just changed elsewhere');
  const tokens = await countTokens(world.database, account.id);
  if (tokens > 0) console.error(`API tokens that still open the account: ${tokens}; --end-tokens ends them`);
  console.log(account.name);
}

async function readPassword(world: World, name: string): Promise<string> {
  const given = newPassword.safeParse(await firstLine());
  if (!given.success)
    throw new Error('the first line of standard input must be a password of 12 to 200 characters');
  await refuseGuessable(world, { name, password: given.data });
  return passwordLine.run({ key: name, known: true }, (turn) => hashPassword(turn, world.random, given.data));
}
