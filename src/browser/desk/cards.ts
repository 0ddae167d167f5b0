// The cards of the queue.
import { say, stateName } from './words.ts';

export const list = document.querySelector<HTMLElement>('#queue') ?? document.createElement('ol');

/** The cards that can still be decided. */
export function cards(): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.card:not(.is-gone)')];
}

/** The card at hand: the one that has the focus, or something in it. */
export function current(): HTMLElement | undefined {
  const card = document.activeElement?.closest<HTMLElement>('.card');
  return card && list.contains(card) ? card : undefined;
}

export function focusCard(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

/** Takes a card away; what is returned puts it back. */
export function take(card: HTMLElement): () => void {
  const place = card.closest('li') ?? card;
  const mark = document.createComment('');
  place.replaceWith(mark);
  const tick = place.querySelector<HTMLInputElement>('header [name=comment]');
  if (tick) tick.checked = false;
  return () => mark.replaceWith(place);
}

/** Somebody else was faster: the card stays where it is, grey, and says who. */
export function markGone(
  card: HTMLElement,
  { state, decidedBy }: { state: string; decidedBy: string | null },
): void {
  card.classList.add('is-gone');
  const place = card.querySelector('[data-gone]');
  if (place)
    place.textContent = say(decidedBy ? 'gone' : 'changed', { who: decidedBy ?? '', what: stateName(state) });
  for (const part of card.querySelectorAll('form, header input')) part.remove();
}
