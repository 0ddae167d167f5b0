// What a reader has typed survives a reload of the frame, until it is sent or cleared.
import { announce, draftKey, input, root, say } from './frame-page.js';

export const drafted = ['author', 'email', 'body'];

/** @type {Record<string, string>} */
let draft = readDraft();

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
export function keep({ name, value }) {
  if (!drafted.includes(name)) return;
  draft[name] = value;
  storeDraft();
  if (name === 'body') count(true);
}

export function restoreDraft() {
  for (const name of drafted) {
    const field = document.getElementById(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.value ||= draft[name] ?? '';
  }
  count(false);
}

/** @returns {Record<string, string>} */
function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey) ?? '{}');
  } catch {
    return {};
  }
}

function storeDraft() {
  try {
    sessionStorage.setItem(draftKey, JSON.stringify(draft));
  } catch {
    // Storage may be blocked in a frame; the draft then lives as long as the page.
  }
}

export function forgetDraft() {
  draft = {};
  storeDraft();
}

/** @param {boolean} aloud whether to say what matters while typing */
export function count(aloud) {
  const hint = document.querySelector('#body-hint');
  if (!hint) return;
  const left = Number(root.dataset.limit) - [...input('body').value.normalize('NFC')].length;
  const sentence = say(left < 0 ? 'over' : 'left', Math.abs(left));
  hint.textContent = sentence;
  hint.classList.toggle('mistake', left < 0);
  if (aloud && [100, 20, 0, -1].includes(left)) announce(sentence);
}
