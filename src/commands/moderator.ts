import { Command, Option } from 'commander';
import { groupOf } from '../moderators/attempts.ts';
import { type Role, roles } from '../moderators/moderator.ts';
import { inviteByCommand } from '../moderators/password-link.ts';
import { type Scope, scopes } from '../moderators/scope.ts';
import { createToken, tokenDays, tokenName } from '../moderators/token.ts';
import { publicUrlOf } from '../settings.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { forgetSignInAttempts } from '../store/limits/sign-in-attempts.ts';
import { anyOpenOwner, listAccounts, reopenAccount, shutAccount } from '../store/moderators/operator.ts';
import { deleteSecondFactor } from '../store/moderators/second-factors.ts';
import type { World } from '../world/world.ts';
import { addAccount, putPassword } from './moderator-password.ts';
import { accountNamed, givenSettings, openAccountNamed, withWorld } from './open.ts';

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
      withWorld((world) => addAccount(world, { name, role, sites: site })),
    );
  moderator
    .command('list')
    .description('print every account, a JSON object a line; sites is null where it works on all of them')
    .action(() =>
      withWorld(async ({ database }) => {
        for (const account of await listAccounts(database)) console.log(JSON.stringify(account));
      }),
    );
  moderator
    .command('unlock <name>')
    .description('forget the wrong passwords and codes that keep somebody from signing in')
    .action(forAccount(openAccountNamed, unlock));
  moderator
    .command('password <name>')
    .description('set another password, the first line of standard input, and end every session')
    .option('--end-tokens', 'end the API tokens too')
    .action((name: string, { endTokens = false }: { endTokens?: boolean }) =>
      withWorld((world) => putPassword(world, name, { endTokens })),
    );
  moderator
    .command('link <name>')
    .description(
      'print a one-time link to a new password, or into the account where PASSWORDS is off; ends the old password',
    )
    .action((name: string) =>
      withWorld(async (world) => {
        const account = await openAccountNamed(world, name);
        const secret = await inviteByCommand(world, account.id);
        console.log(`${publicUrlOf(givenSettings())}/moderation/setup/${secret}`);
      }),
    );
  moderator
    .command('disable <name>')
    .description('shut an account, and end its sessions and API tokens')
    .action(forAccount(accountNamed, disable));
  moderator
    .command('enable <name>')
    .description('open an account that was shut')
    .action(
      forAccount(accountNamed, (world, { id }) => reopenAccount(world.database, id, actBy(world, byCommand))),
    );
  moderator
    .command('token <name>')
    .description('print a new bearer token for the API; it is shown this once')
    .option('--name <name>', 'what its holder knows it by')
    .addOption(
      new Option('--scope <scope>', 'what it may do; all that the account may without').choices(scopes),
    )
    .option('--days <days>', 'after how many days it ends; never without')
    .action((name: string, asked: TokenOptions) => withWorld((world) => addToken(world, name, asked)));
  moderator
    .command('reset-second-factor <name>')
    .description('turn off the second factor of somebody who can neither give a code nor a recovery code')
    .action(
      forAccount(openAccountNamed, (world, { id }) =>
        deleteSecondFactor(world.database, id, actBy(world, byCommand)),
      ),
    );
  return moderator;
}

interface TokenOptions {
  name?: string;
  scope?: Scope;
  days?: string;
}

async function addToken(
  world: World,
  holder: string,
  { name = '', scope, days }: TokenOptions,
): Promise<void> {
  const named = name === '' ? name : tokenName.safeParse(name).data;
  if (named === undefined) throw new Error('--name takes 1 to 64 characters');
  const until = days === undefined ? null : tokenDays.safeParse(days).data;
  if (until === undefined) throw new Error('--days takes a whole number from 1 to 3650');
  const account = await openAccountNamed(world, holder);
  console.log(
    await createToken(world, account.id, { name: named, scope: scope ?? null, days: until }, byCommand),
  );
}

interface Named {
  id: string;
  name: string;
}

/** Does it to the account of that name, and prints the name as it is kept. */
function forAccount(
  find: (world: World, name: string) => Promise<Named>,
  act: (world: World, account: Named) => Promise<void>,
) {
  return (typed: string) =>
    withWorld(async (world) => {
      const account = await find(world, typed);
      await act(world, account);
      console.log(account.name);
    });
}

function unlock(world: World, { id, name }: Named): Promise<void> {
  const of = { id, nameGroup: groupOf(name) };
  return forgetSignInAttempts(world.database, of, actBy(world, byCommand));
}

async function disable(world: World, { id }: Named): Promise<void> {
  const { database } = world;
  await shutAccount(database, id, actBy(world, byCommand));
  if (await anyOpenOwner(database)) return;
  console.error('no owner of all sites can sign in now: moderator add NAME --role owner makes one');
}
