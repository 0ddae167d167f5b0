import type { Compose } from './composing.ts';
import type { LetterKind } from './kind.ts';
import { composeAddress, composeDigest } from './moderators/letters.ts';
import { composeConfirm, composeDecided, composeReplied } from './reader-letters.ts';

const composers: Readonly<Record<LetterKind, Compose>> = {
  confirm: composeConfirm,
  decided: composeDecided,
  replied: composeReplied,
  address: composeAddress,
  digest: composeDigest,
  alert: composeDigest,
};

export const compose: Compose = async (world, waiting) => composers[waiting.kind]?.(world, waiting);
