// Which cards are ticked.
import { cards } from './cards.ts';
import { say } from './words.ts';

export function isTicked(card: HTMLElement | undefined): boolean {
  return Boolean(tickOf(card)?.checked);
}

function tickOf(card: HTMLElement | undefined): HTMLInputElement | null {
  return card?.querySelector<HTMLInputElement>('header [name=comment]') ?? null;
}

export function select(card: HTMLElement | undefined): void {
  const tick = tickOf(card);
  if (tick) tick.checked = !tick.checked;
  tellSelected();
}

export function selectAll(): void {
  const every = cards().every(isTicked);
  for (const card of cards()) {
    const tick = tickOf(card);
    if (tick) tick.checked = !every;
  }
  tellSelected();
}

export function tellSelected(): void {
  const ticked = cards().filter(isTicked).length;
  const place = document.querySelector('#selected');
  if (place) place.textContent = say('selected', { n: ticked });
  document.querySelector('#bulk')?.classList.toggle('is-used', ticked > 0);
}
