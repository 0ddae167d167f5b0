import type { By } from '../acts/act.ts';
import { readTyped } from '../language/typed.ts';
import type { Site } from '../sites/site.ts';
import { actBy } from '../store/acts/record.ts';
import { noteErased } from '../store/acts.ts';
import { eraseComment } from '../store/erasure/erasure.ts';
import { findByEmail, findBySenders } from '../store/erasure/readers.ts';
import type { ActWorld, World } from '../world/world.ts';
import { followReceipt } from './receipt.ts';
import { namesOfReader } from './sender.ts';

/**
 * How a reader is known who asks what is kept of them: by an e-mail address, by the receipt of a comment, or by what their
 * site calls them in its tokens.
 */
export type ReaderName = { email: string } | { receipt: string } | { sub: string; site: Site };

/** The ids of the reader's comments; throws `not-found` for a receipt that we did not give. */
export async function findCommentsOf(world: World, reader: ReaderName): Promise<string[]> {
  if ('receipt' in reader) return [(await followReceipt(world, readWide(reader.receipt))).id];
  if ('sub' in reader) return findBySub(world, reader);
  return findByEmail(world.database, readWide(reader.email));
}

async function findBySub(world: World, { sub, site }: { sub: string; site: Site }): Promise<string[]> {
  const { ids } = await namesOfReader(world, site, sub);
  return findBySenders(world.database, { site: site.id, senders: ids });
}

/** Some keyboards write wide letters and signs, which are no others. */
function readWide(typed: string): string {
  return readTyped(typed.normalize('NFKC'));
}

/**
 * Erases the comments for good, each in one write and by an act: erasing twice is the same as once. What readers reported
 * and nobody has settled stays for the moderators for a time, unless that is to go as well.
 */
export async function eraseComments(
  world: ActWorld,
  ids: readonly string[],
  by: By,
  evenReported = false,
): Promise<void> {
  for (const id of ids) {
    const act = actBy(world, by);
    const beside = (erased: Parameters<typeof noteErased>[1]) => [noteErased(act, erased)];
    await eraseComment(world.database, id, { now: act.createdAt, evenReported, beside });
  }
}
