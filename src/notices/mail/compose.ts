import type { WaitingLetter } from '../../store/notices/letters.ts';
import type { World } from '../../world/world.ts';
import type { Letter } from './letter.ts';

export type LetterKind = 'confirm' | 'decided' | 'replied' | 'digest' | 'alert';

export interface ComposingWorld extends Pick<World, 'database' | 'now' | 'secret'> {
  publicUrl: string;
}

/** What a letter says by now; nothing where there is nothing to say any more, or nobody to say it to. */
export type Compose = (
  world: ComposingWorld,
  waiting: WaitingLetter,
) => Promise<Omit<Letter, 'id'> | undefined>;

const composers: Readonly<Partial<Record<LetterKind, Compose>>> = {};

export async function compose(
  world: ComposingWorld,
  waiting: WaitingLetter,
): Promise<Omit<Letter, 'id'> | undefined> {
  return composers[waiting.kind]?.(world, waiting);
}
