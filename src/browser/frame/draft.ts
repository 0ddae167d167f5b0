// What a reader has typed survives a reload of the frame, until it is sent or cleared.
import { announce, draftKey, input, root, say } from './page.ts';

export const drafted = ['author', 'email', 'body'];

let draft = readDraft();

export function keep({ name, value }: HTMLInputElement | HTMLTextAreaElement): void {
  if (!drafted.includes(name)) return;
  draft[name] = value;
  storeDraft();
  if (name === 'body') count(true);
}

export function restoreDraft(): void {
  for (const name of drafted) {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${name}`);
    if (!field) return;
    field.value ||= draft[name] ?? '';
  }
  count(false);
}

function readDraft(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey) ?? '{}');
  } catch {
    return {};
  }
}

function storeDraft(): void {
  try {
    sessionStorage.setItem(draftKey, JSON.stringify(draft));
  } catch {
    // Storage may be blocked in a frame; the draft then lives as long as the page.
  }
}

export function forgetDraft(): void {
  draft = {};
  storeDraft();
}

/** How much room is left; said aloud, where that is asked for, when it matters while typing. */
export function count(aloud: boolean): void {
  const hint = document.querySelector('#body-hint');
  if (!hint) return;
  const left = Number(root.dataset.limit) - [...input('body').value.normalize('NFC')].length;
  const sentence = say(left < 0 ? 'over' : 'left', Math.abs(left));
  hint.textContent = sentence;
  hint.classList.toggle('mistake', left < 0);
  if (aloud && [100, 20, 0, -1].includes(left)) announce(sentence);
}
