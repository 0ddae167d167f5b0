import { current } from './cards.ts';

/** Opens the fold of the card at hand in which the newsroom answers, where it has one. */
export function replyToCurrent(): void {
  const fold = current()?.querySelector<HTMLDetailsElement>('[data-reply]');
  if (!fold) return;
  fold.open = true;
  fold.querySelector('textarea')?.focus();
}
