import { alike } from '../../language/typed.ts';
import { Problem } from '../../problem.ts';
import { actBy, byService } from '../../store/acts/record.ts';
import { Duplicate } from '../../store/database.ts';
import { type Account, findOpenAccount } from '../../store/moderators/accounts.ts';
import { addBound, findBound, followReach, shutBound } from '../../store/moderators/identities.ts';
import { listNames } from '../../store/moderators/moderators.ts';
import { listSites } from '../../store/sites.ts';
import { randomToken } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import { moderatorName } from '../moderator.ts';
import { noPassword } from '../password.ts';
import type { Identity } from './flow.ts';
import { type Reach, reachOf } from './reach.ts';
import type { ProviderSettings } from './settings.ts';

/**
 * The account that opens to who comes by the provider, made where there is none yet. Role and sites are what the claim
 * says from now on; where it opens nothing any more, the account is shut with all that is signed in.
 */
export async function openByProvider(
  world: World,
  provider: ProviderSettings,
  identity: Identity,
): Promise<Account> {
  const reach = await reachHere(world, provider, identity);
  const bound = await findBound(world.database, identity);
  if (!reach) {
    if (bound) await shutBound(world.database, bound, actBy(world, byService));
    throw opensNothing(identity.name);
  }
  const id = bound ?? (await addAccount(world, identity, reach));
  await followReach(world.database, id, reach, () => actBy(world, { id, access: 'desk' }));
  const account = await findOpenAccount(world.database, id);
  if (!account) throw isShut();
  return account;
}

/** What the claim of who comes opens here, if anything. */
export async function reachHere(
  { database }: World,
  provider: ProviderSettings,
  { values }: Identity,
): Promise<Reach | undefined> {
  const served = (await listSites(database)).map(({ id }) => id);
  return reachOf(provider, values, served);
}

/** The id of a new account, or of the one that another request has made for them just now. */
async function addAccount(world: World, identity: Identity, reach: Reach): Promise<string> {
  const id = randomToken(world.random);
  const name = await freeName(world, identity.name);
  const account = { id, name, password: noPassword, createdAt: world.now(), ...reach };
  try {
    await addBound(world.database, identity, account, actBy(world, byService));
    return id;
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    const bound = await findBound(world.database, identity);
    return bound ?? addAccount(world, identity, reach);
  }
}

/** The name, with a number where an account is called so already: a name alone opens nobody's account. */
async function freeName({ database }: World, asked: string): Promise<string> {
  const name = moderatorName.safeParse([...asked].slice(0, 56).join('')).data ?? 'Người duyệt';
  const taken = new Set((await listNames(database)).map((one) => alike(one.name)));
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(alike(tried))) return tried;
  }
}

export function opensNothing(name: string): Problem {
  return new Problem('forbidden', {
    vi: `Tài khoản cơ quan${name && ` của ${name}`} chưa được giao việc gì ở bàn duyệt bình luận này. Vui lòng nhờ quản trị viên thêm bạn vào đúng nhóm.`,
    en: `The work account${name && ` of ${name}`} has nothing to do at this comment desk. Please ask an administrator to add you to the right group.`,
  });
}

function isShut(): Problem {
  return new Problem('forbidden', {
    vi: 'Tài khoản của bạn ở bàn duyệt này đang bị khóa. Vui lòng hỏi quản trị viên.',
    en: 'Your account at this desk is disabled. Please ask an administrator.',
  });
}
