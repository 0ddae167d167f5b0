import { z } from 'zod';
import type { By } from '../../acts/act.ts';
import { Problem } from '../../problem.ts';
import { actBy } from '../../store/acts/record.ts';
import { Duplicate } from '../../store/database.ts';
import { bindIdentity } from '../../store/moderators/identities.ts';
import type { World } from '../../world/world.ts';
import { opensNothing, reachHere } from './account.ts';
import type { Identity } from './flow.ts';
import type { ProviderSettings } from './settings.ts';
import { readTicket, writeTicket } from './ticket.ts';

const purpose = 'link to the provider';
const offered = z.object({ issuer: z.string(), subject: z.string(), moderatorId: z.string() });

/**
 * What its holder confirms with the password before the account opens to the identity: else whoever makes a browser
 * come back from the provider as somebody else would get into the account.
 */
export async function offerLink(
  world: World,
  provider: ProviderSettings,
  identity: Identity,
  moderatorId: string,
): Promise<string> {
  if (!(await reachHere(world, provider, identity))) throw opensNothing(identity.name);
  const { issuer, subject } = identity;
  return writeTicket(world, purpose, { issuer, subject, moderatorId });
}

/** Opens the account to the identity that was offered to it. */
export async function confirmLink(world: World, by: By & { id: string }, ticket: string): Promise<void> {
  const held = readTicket(world, purpose, offered, ticket);
  if (held?.moderatorId !== by.id) throw offerIsOver();
  try {
    await bindIdentity(world.database, held, actBy(world, by), by.id);
  } catch (error) {
    throw error instanceof Duplicate ? isTaken() : error;
  }
}

function offerIsOver(): Problem {
  return new Problem('conflict', {
    vi: 'Đã quá 10 phút. Vui lòng bắt đầu liên kết lại.',
    en: 'Ten minutes have passed. Please begin linking again.',
  });
}

function isTaken(): Problem {
  return new Problem('conflict', {
    vi: 'Tài khoản cơ quan này đã gắn với một tài khoản khác ở đây, hoặc tài khoản của bạn đã có liên kết.',
    en: 'This work account opens another account here, or your account has a link already.',
  });
}
