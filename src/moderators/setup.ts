import { Problem } from '../problem.ts';
import { actBy } from '../store/acts/record.ts';
import { linkMs } from '../store/lifetimes.ts';
import type { Account } from '../store/moderators/accounts.ts';
import { anyModerator } from '../store/moderators/moderators.ts';
import { addFirstOwner, findSetupLink, putSetupLink } from '../store/moderators/setup-links.ts';
import { digest } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { hashPassword } from './password.ts';
import { passwordLine } from './password-line.ts';
import { refuseGuessable } from './passwords/chosen.ts';

/** The secret of a link that sets up the first owner, or nothing once there is a moderator. */
export async function offerSetup(world: World): Promise<string | undefined> {
  if (await anyModerator(world.database)) return undefined;
  const secret = randomToken(world.random);
  const now = world.now();
  await putSetupLink(world.database, digest(secret), now + linkMs, now);
  return secret;
}

/** Whether nobody has set up the first owner yet. */
export async function awaitsOwner({ database }: Pick<World, 'database'>): Promise<boolean> {
  return !(await anyModerator(database));
}

/** Throws `not-found` where the link was used or has expired. */
export async function checkSetup(world: World, secret: string): Promise<void> {
  if (!(await findSetupLink(world.database, digest(secret), world.now()))) throw linkIsOver();
}

/** Spends the link: makes the first owner. */
export async function setUpOwner(
  world: World,
  secret: string,
  given: { name: string; password: string },
): Promise<Account> {
  await checkSetup(world, secret);
  await refuseGuessable(world, given);
  const id = randomToken(world.random);
  const password = await passwordLine.run({ key: digest(secret), known: true }, (turn) =>
    hashPassword(turn, world.random, given.password),
  );
  const owner = { id, name: given.name, password, createdAt: world.now() };
  if (!(await addFirstOwner(world.database, digest(secret), owner, actBy(world, { id, access: 'desk' }))))
    throw linkIsOver();
  return { ...owner, secondFactor: false };
}

function linkIsOver(): Problem {
  return new Problem('not-found', {
    vi: 'Liên kết này đã được dùng hoặc đã hết hạn. Khởi động lại dịch vụ để nhận liên kết mới.',
    en: 'This link was used or has expired. Restart the service to get a new one.',
  });
}
