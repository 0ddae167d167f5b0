import { Problem } from '../problem.ts';
import { actBy, byReader } from '../store/acts/record.ts';
import { type Appeal, findAppeal } from '../store/comments/appeals.ts';
import { findOriginal, type Original } from '../store/comments/originals.ts';
import { listOwn, type OwnComment } from '../store/comments/own.ts';
import { findStanding } from '../store/comments/standing.ts';
import { withdrawComment } from '../store/comments/withdrawal.ts';
import { readReceipt } from '../world/receipt.ts';
import type { World } from '../world/world.ts';
import { isErased, type State } from './comment.ts';

/** What a receipt shows to the author of the comment. */
export interface Standing {
  id: string;
  site: string;
  state: State;
  reason: string | null;
  author: string;
  body: string;
  createdAt: number;
  /** The comment that it answers. */
  parentId: string | null;
  /** When a moderator decided that it stands so. */
  decidedAt: number | null;
  /** By what everyone may know of it, else by what came with the comment. */
  article: { key: string; title: string; url: string };
  /** What was sent, where a moderator has changed its words since. */
  original: Original | null;
  /** Whether its author has erased it for good. */
  erased: boolean;
  /** The author's one appeal against not being published. */
  appeal: Appeal | null;
}

/** Throws `not-found` for a receipt that we did not give. */
export async function followReceipt(world: World, receipt: string): Promise<Standing> {
  const id = readReceipt(world, receipt);
  const standing = id === undefined ? undefined : await findStanding(world.database, id);
  if (id === undefined || !standing) throw unknownReceipt();
  const { articleKey, articleTitle, articleUrl, ...comment } = standing;
  const [original, appeal] = await Promise.all([
    findOriginal(world.database, id),
    findAppeal(world.database, id),
  ]);
  return {
    ...comment,
    erased: isErased(comment),
    article: { key: articleKey, title: articleTitle, url: articleUrl },
    original: original ?? null,
    appeal: appeal ?? null,
  };
}

/** Where several comments of a site stand, for who sent them; a receipt that is not one of ours is left out. */
export function followReceipts(
  world: World,
  site: string,
  receipts: readonly string[],
): Promise<OwnComment[]> {
  const ids = receipts.flatMap((receipt) => readReceipt(world, receipt) ?? []);
  return listOwn(world.database, site, ids);
}

/** Withdraws the comment, whatever its state; withdrawing twice is the same as once. */
export async function withdraw(world: World, { id, site }: Pick<Standing, 'id' | 'site'>): Promise<void> {
  await withdrawComment(world.database, { site, id }, actBy(world, byReader));
}

function unknownReceipt(): Problem {
  return new Problem('not-found', {
    vi: 'Không tìm thấy bình luận này. Vui lòng kiểm tra lại đường dẫn.',
    en: 'There is no such comment. Please check the link.',
  });
}
