import type { By } from '../acts/act.ts';
import { Problem } from '../problem.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { linkMs } from '../store/lifetimes.ts';
import { type Account, findOpenAccount } from '../store/moderators/accounts.ts';
import { addInvited, type Change, resetPassword } from '../store/moderators/moderator-changes.ts';
import type { ListedModerator } from '../store/moderators/moderators.ts';
import { resetByCommand } from '../store/moderators/operator.ts';
import { hasLink, spendPasswordLink } from '../store/moderators/setup-links.ts';
import { keyedHash } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import { everySecret } from '../world/secrets.ts';
import type { World } from '../world/world.ts';
import { requireFreeName } from './find-account.ts';
import { hashOfUnknown, hashPassword } from './password.ts';
import { passwordLine } from './password-line.ts';
import { refuseGuessable } from './passwords/chosen.ts';

/**
 * Adds an account; returns its id, and the secret of the one-time link by which its holder sets the password. Rejects
 * with Duplicate where the name is taken.
 */
export async function invite(
  world: World,
  account: Pick<ListedModerator, 'name' | 'role' | 'sites'>,
  by: By,
): Promise<{ id: string; secret: string }> {
  await requireFreeName(world.database, account.name);
  const id = randomToken(world.random);
  const password = hashOfUnknown(world.random);
  const { secret, link } = newLink(world, id, password);
  await addInvited(
    world.database,
    { ...account, id, password, createdAt: world.now() },
    link,
    actBy(world, by),
  );
  return { id, secret };
}

/** Makes the old password worthless; returns the secret of the link to a new one, or nothing where it may not. */
export async function inviteAgain(
  world: World,
  change: Change,
  { withoutFactor }: { withoutFactor: boolean },
): Promise<string | undefined> {
  const password = hashOfUnknown(world.random);
  const { secret, link } = newLink(world, change.id, password);
  const reset = await resetPassword(world.database, change, { password, link, withoutFactor });
  return reset ? secret : undefined;
}

/** A link to a password names its account; that of the first owner names none. */
export function isPasswordLink(secret: string): boolean {
  return secret.includes('.');
}

/** Whose link it is; throws `not-found` where it was used, has expired, or another took its place. */
export async function readPasswordLink(world: World, secret: string): Promise<Account> {
  const [id = ''] = secret.split('.');
  const account = await findOpenAccount(world.database, id);
  if (!account || (await findLink(world, secret, account)) === undefined) throw linkIsOver();
  return account;
}

/** The hash that a link stands under, by whichever secret that was made. */
async function findLink(world: World, link: string, { password }: Account): Promise<string | undefined> {
  for (const secret of everySecret(world)) {
    const hash = hashOf({ secret }, link, password);
    if (await hasLink(world.database, hash, world.now())) return hash;
  }
  return undefined;
}

/**
 * Spends the link: sets the password of the account whose id it returns. It signs nobody in, since a second factor may
 * be asked for.
 */
export async function setPassword(world: World, secret: string, given: string): Promise<string> {
  const account = await readPasswordLink(world, secret);
  const { id, name, password: oldPassword } = account;
  await refuseGuessable(world, { name, password: given });
  const password = await passwordLine.run({ key: id, known: true }, (turn) =>
    hashPassword(turn, world.random, given),
  );
  const hash = (await findLink(world, secret, account)) ?? '';
  if (
    !(await spendPasswordLink(
      world.database,
      hash,
      { id, oldPassword, password },
      actBy(world, { id, access: 'desk' }),
    ))
  )
    throw linkIsOver();
  return id;
}

/** Spends the link of an account that no password opens: it signs in once. */
export async function spendLink(world: World, secret: string): Promise<Account> {
  const account = await readPasswordLink(world, secret);
  const { id, password: oldPassword } = account;
  const password = hashOfUnknown(world.random);
  const hash = (await findLink(world, secret, account)) ?? '';
  const act = actBy(world, { id, access: 'desk' });
  if (!(await spendPasswordLink(world.database, hash, { id, oldPassword, password }, act)))
    throw linkIsOver();
  return { ...account, password };
}

/** As `inviteAgain`, by a command. */
export async function inviteByCommand(world: World, id: string): Promise<string> {
  const password = hashOfUnknown(world.random);
  const { secret, link } = newLink(world, id, password);
  await resetByCommand(world.database, id, { password, link }, actBy(world, byCommand));
  return secret;
}

function newLink(world: World, id: string, password: string) {
  const secret = `${id}.${randomToken(world.random)}`;
  const hash = hashOf(world, secret, password);
  return { secret, link: { hash, expiresAt: world.now() + linkMs } };
}

/** The password is part of it: with another password, every earlier link is worth nothing. */
function hashOf(world: Pick<World, 'secret'>, secret: string, password: string): string {
  return keyedHash(world.secret, 'password link', secret, password);
}

function linkIsOver(): Problem {
  return new Problem('not-found', {
    vi: 'Liên kết này đã được dùng hoặc đã hết hạn. Vui lòng xin người quản trị liên kết mới.',
    en: 'This link was used or has expired. Please ask an owner for a new one.',
  });
}
