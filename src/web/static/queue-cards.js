// The cards of the queue, and what is said beside them.

export const list = /** @type {HTMLElement} */ (
  document.getElementById('queue') ?? document.createElement('ol')
);
/** @type {Record<string, any>} */
const words = JSON.parse(list.dataset.words ?? '{}');

/** The cards that can still be decided. @returns {HTMLElement[]} */
export function cards() {
  return [...list.querySelectorAll('.card:not(.is-gone)')].filter((card) => card instanceof HTMLElement);
}

/** The card at hand: the one that has the focus, or something in it. @returns {HTMLElement | undefined} */
export function current() {
  const card = document.activeElement?.closest('.card');
  return card instanceof HTMLElement && list.contains(card) ? card : undefined;
}

/** @param {HTMLElement | undefined} card */
export function focusCard(card) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

/** Takes a card away; what is returned puts it back. @param {HTMLElement} card */
export function take(card) {
  const place = /** @type {HTMLElement} */ (card.closest('li'));
  const mark = document.createComment('');
  place.replaceWith(mark);
  const tick = place.querySelector('header [name=comment]');
  if (tick instanceof HTMLInputElement) tick.checked = false;
  return () => mark.replaceWith(place);
}

/**
 * Somebody else was faster: the card stays where it is, grey, and says who.
 * @param {HTMLElement} card
 * @param {{ state: string, decidedBy: string | null }} standing
 */
export function markGone(card, { state, decidedBy }) {
  card.classList.add('is-gone');
  const place = card.querySelector('[data-gone]');
  if (place)
    place.textContent = say(decidedBy ? 'gone' : 'changed', {
      who: decidedBy ?? '',
      what: words.states[state],
    });
  for (const part of card.querySelectorAll('form, header input')) part.remove();
}

/**
 * @param {string} name
 * @param {{ n?: number, who?: string, what?: string }} [named]
 */
export function say(name, { n = 0, who = '', what = '' } = {}) {
  return String(words[name] ?? '')
    .replace('{n}', n.toLocaleString(document.documentElement.lang))
    .replace('{who}', who)
    .replace('{what}', what);
}

/**
 * @param {string} sentence
 * @param {{ label: string, run: () => void }} [button]
 */
export function toast(sentence, button) {
  const place = document.getElementById('toast');
  if (!place) return;
  place.textContent = sentence;
  if (!button) return;
  const pressed = document.createElement('button');
  pressed.className = 'button';
  pressed.textContent = button.label;
  pressed.addEventListener('click', button.run);
  place.append(' ', pressed);
}
