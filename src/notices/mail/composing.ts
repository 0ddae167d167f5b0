import type { WaitingLetter } from '../../store/notices/letters.ts';
import type { World } from '../../world/world.ts';
import type { Letter } from './letter.ts';

export interface ComposingWorld extends Pick<World, 'database' | 'now' | 'secret'> {
  publicUrl: string;
}

export type Composed = Omit<Letter, 'id'>;

/** What a letter says by now; nothing where there is nothing to say any more, or nobody to say it to. */
export type Compose = (world: ComposingWorld, waiting: WaitingLetter) => Promise<Composed | undefined>;
