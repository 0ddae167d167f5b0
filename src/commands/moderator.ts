import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { moderatorName, newPassword, type Role, roles } from '../moderators/moderator.ts';
import { hashPassword } from '../moderators/password.ts';
import { createToken } from '../moderators/session.ts';
import { Duplicate } from '../store/database.ts';
import { addModerator, findAccount } from '../store/moderators/moderators.ts';
import { deleteSecondFactor } from '../store/moderators/second-factors.ts';
import { missingSites } from '../store/sites.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { withWorld } from './open.ts';

interface NewModerator {
  name: string;
  role: Role;
  sites: string[];
}

export function moderatorCommand(): Command {
  const moderator = new Command('moderator')
    .description('the accounts of the desk')
    .showSuggestionAfterError(false);
  moderator
    .command('add <name>')
    .description('add an account; its password is the first line of standard input')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .option('--site <id...>', 'the sites that it works on; all of them where none is named')
    .action((name: string, { role, site = [] }: { role: Role; site?: string[] }) =>
      withWorld((world) => add(world, { name, role, sites: site })),
    );
  moderator
    .command('token <name>')
    .description('print a new bearer token for the API; it is shown this once')
    .action((name: string) =>
      withWorld(async (world) => {
        const account = await findAccount(world.database, name);
        if (!account) throw new Error(`no moderator "${name}"`);
        console.log(await createToken(world, account.id));
      }),
    );
  moderator
    .command('reset-second-factor <name>')
    .description('turn off the second factor of somebody who can neither give a code nor a recovery code')
    .action((name: string) =>
      withWorld(async (world) => {
        const account = await findAccount(world.database, name);
        if (!account) throw new Error(`no moderator "${name}"`);
        await deleteSecondFactor(world.database, account.id);
        console.log(name);
      }),
    );
  return moderator;
}

async function add(world: World, { name, role, sites }: NewModerator): Promise<void> {
  if (!moderatorName.safeParse(name).success) throw new Error('the name takes 1 to 64 characters');
  const [missing] = await missingSites(world.database, sites);
  if (missing) throw new Error(`no site "${missing}"; see site list`);
  const given = newPassword.safeParse(await firstLine());
  if (!given.success)
    throw new Error('the first line of standard input must be a password of 8 to 200 characters');
  const password = await hashPassword(world.random, given.data);
  const id = randomToken(world.random);
  try {
    await addModerator(world.database, {
      id,
      name: name.trim(),
      password,
      role,
      sites,
      createdAt: world.now(),
    });
  } catch (error) {
    throw error instanceof Duplicate ? new Error(`there is a moderator "${name}" already`) : error;
  }
  console.log(name.trim());
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
