import { needsIdentity } from '../../readers/identity.ts';
import type { Site } from '../../sites/site.ts';
import { byReader } from '../../store/acts/record.ts';
import type { Page } from '../../store/cursor.ts';
import { isOfSender, listOwnOfSender, type OwnOfSender } from '../../store/readers/own-comments.ts';
import { receiptFor } from '../../world/receipt.ts';
import type { World } from '../../world/world.ts';
import { notShown } from '../branches.ts';
import { eraseComments } from '../reader.ts';
import { withdraw } from '../receipt.ts';
import type { Sender } from '../sender.ts';

/** What a reader whom their site vouches for sent there, on whatever device, with the receipt of each. */
export async function listOwn(
  world: World,
  site: Site,
  sender: Sender,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<OwnOfSender & { receipt: string }>> {
  const page = await listOwnOfSender(world.database, namesOf(site, sender), asked);
  return { ...page, rows: page.rows.map((own) => ({ ...own, receipt: receiptFor(world, own.id) })) };
}

/** Withdraws a comment of theirs, as its receipt does; throws `not-found` where it is none of theirs. */
export async function withdrawOwn(world: World, site: Site, sender: Sender, id: string): Promise<void> {
  await requireOwn(world, site, sender, id);
  await withdraw(world, { id, site: site.id });
}

/** Erases a comment of theirs for good, as its receipt does: erasing twice is the same as once. */
export async function eraseOwn(world: World, site: Site, sender: Sender, id: string): Promise<void> {
  await requireOwn(world, site, sender, id);
  await eraseComments(world, [id], byReader);
}

async function requireOwn(world: World, site: Site, sender: Sender, id: string): Promise<void> {
  if (!(await isOfSender(world.database, namesOf(site, sender), id))) throw notShown();
}

/** A hash of an address may be that of many: they have receipts. */
function namesOf(site: Site, { ids, reader }: Sender) {
  if (!reader) throw needsIdentity(site);
  return { site: site.id, senders: ids };
}
