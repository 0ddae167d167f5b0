import { findMovable, type Movable } from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';
import type { Move, Moved } from './move.ts';

/** What moves would do, one after the other, without doing any of it. */
export async function foreseeMoves(
  { database }: Pick<ActWorld, 'database'>,
  site: string,
  moves: readonly Move[],
): Promise<Moved> {
  const told: Moved = { act: null, moved: [], missing: [] };
  const foreseen = new Map<string, Movable | undefined>();
  const at = async (key: string): Promise<Movable | undefined> => {
    if (foreseen.has(key)) return foreseen.get(key);
    const found = await findMovable(database, site, key);
    return found && { id: found.id, key: found.key, comments: found.comments };
  };
  for (const { from, to, alias } of moves) {
    const [article, there] = [await at(from), await at(to)];
    if (!article) {
      told.missing.push(from);
      continue;
    }
    const { comments } = article;
    const merged = there !== undefined && there.id !== article.id;
    told.moved.push({ from, to, comments, merged: merged && there.comments > 0 });
    const after = merged ? there : article;
    if (merged) there.comments += comments;
    foreseen.set(to, after);
    foreseen.set(from, alias || from === to ? after : undefined);
  }
  return told;
}
