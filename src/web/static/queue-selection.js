// Which cards are ticked.
import { cards, say } from './queue-cards.js';

/** @param {HTMLElement | undefined} card */
export function isTicked(card) {
  return Boolean(tickOf(card)?.checked);
}

/** @param {HTMLElement | undefined} card @returns {HTMLInputElement | null} */
function tickOf(card) {
  return card?.querySelector('header [name=comment]') ?? null;
}

/** @param {HTMLElement | undefined} card */
export function select(card) {
  const tick = tickOf(card);
  if (tick) tick.checked = !tick.checked;
  tellSelected();
}

export function selectAll() {
  const every = cards().every(isTicked);
  for (const card of cards()) {
    const tick = tickOf(card);
    if (tick) tick.checked = !every;
  }
  tellSelected();
}

export function tellSelected() {
  const ticked = cards().filter(isTicked).length;
  const place = document.getElementById('selected');
  if (place) place.textContent = say('selected', { n: ticked });
  document.getElementById('bulk')?.classList.toggle('is-used', ticked > 0);
}
