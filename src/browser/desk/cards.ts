// The cards of the queue.
import { somethingMoved } from './intent.ts';
import { say, stateName } from './words.ts';

export const list = document.querySelector<HTMLElement>('#queue') ?? document.createElement('ol');

/** The cards that can still be decided. */
export function cards(): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.card:not(.is-gone)')];
}

export function isBusy(card: HTMLElement): boolean {
  return card.hasAttribute('aria-busy');
}

/** The card at hand: the one that has the focus, or something in it. */
export function current(): HTMLElement | undefined {
  const card = document.activeElement?.closest<HTMLElement>('.card');
  return card && list.contains(card) ? card : undefined;
}

export function focusCard(card: HTMLElement | undefined): void {
  const before = scrollY;
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
  if (scrollY !== before) somethingMoved();
}

/** Takes a card away; what is returned puts it back. */
export function take(card: HTMLElement): () => void {
  const place = card.closest('li') ?? card;
  const mark = document.createComment('');
  place.replaceWith(mark);
  somethingMoved();
  const tick = place.querySelector<HTMLInputElement>('header [name=comment]');
  if (tick) tick.checked = false;
  return () => mark.replaceWith(place);
}

/** Somebody else was faster: the card stays where it is, grey, and says who; what is typed stays too. */
export function markGone(
  card: HTMLElement,
  { state, decidedBy }: { state: string; decidedBy: string | null },
): void {
  card.classList.add('is-gone');
  const fields = [
    ...card.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name=reason], [name=body]'),
  ];
  const kept = fields.some((field) => field.value !== '' || field === document.activeElement);
  const told = say(decidedBy ? 'gone' : 'changed', { who: decidedBy ?? '', what: stateName(state) });
  const place = card.querySelector('[data-gone]');
  if (place) place.textContent = kept ? `${told}. ${say('kept')}` : told;
  for (const field of fields) field.readOnly = true;
  for (const part of card.querySelectorAll(kept ? 'button, header input' : 'form, header input'))
    part.remove();
}
