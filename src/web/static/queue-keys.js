// The keyboard of the queue, as the moderator has it.
import { list } from './queue-cards.js';

/** Listens, unless the moderator has turned the keys off. @param {Record<string, () => void>} actions */
export function listenToKeys(actions) {
  /** @type {Record<string, string> | null} */
  const keys = JSON.parse(list.dataset.keys ?? 'null');
  if (!keys) return;
  const actionOf = new Map(Object.entries(keys).map(([action, key]) => [key, action]));
  document.addEventListener('keydown', (event) => {
    if (isTyping(event)) return;
    const tab = tabOf(event.key);
    const action = actionOf.get(event.key);
    if (!action && !tab) return;
    event.preventDefault();
    if (tab) tab.click();
    else actions[action ?? '']?.();
  });
}

/** Whether the key belongs to a field, to an input method, to the browser, or to a dialog. @param {KeyboardEvent} event */
function isTyping(event) {
  const { target, isComposing, keyCode, ctrlKey, altKey, metaKey, repeat } = event;
  if (isComposing || keyCode === 229 || ctrlKey || altKey || metaKey || repeat) return true;
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** @param {string} key @returns {HTMLAnchorElement | null} */
function tabOf(key) {
  return /^[1-5]$/.test(key) ? document.querySelector(`.tabs a:nth-of-type(${key})`) : null;
}
