import type { Compose } from './composing.ts';
import type { LetterKind } from './kind.ts';
import { composeConfirm, composeDecided, composeReplied } from './reader-letters.ts';

const composers: Readonly<Partial<Record<LetterKind, Compose>>> = {
  confirm: composeConfirm,
  decided: composeDecided,
  replied: composeReplied,
};

export const compose: Compose = async (world, waiting) => composers[waiting.kind]?.(world, waiting);
