// The keyboard of the queue, as the moderator has it.
import type { KeyAction, Keys } from '../../web/desk/keys.ts';
import { last } from './words.ts';

/** Listens, unless the moderator has turned the keys off. */
export function listenToKeys(actions: Readonly<Partial<Record<KeyAction, () => void>>>): void {
  const keys: Keys = JSON.parse(last.dataset.keys ?? 'null');
  if (!keys) return;
  const actionOf = new Map(Object.entries(keys).map(([action, key]) => [key, action as KeyAction]));
  document.addEventListener('keydown', (event) => {
    if (isTyping(event)) return;
    const run = tabOf(event.key) ?? actions[actionOf.get(event.key) as KeyAction];
    if (!run) return;
    event.preventDefault();
    run();
  });
}

/** Whether the key belongs to a field, to an input method, to the browser, or to a dialog. */
function isTyping(event: KeyboardEvent): boolean {
  const { target, isComposing, keyCode, ctrlKey, altKey, metaKey, repeat } = event;
  if (isComposing || keyCode === 229 || ctrlKey || altKey || metaKey || repeat) return true;
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

function tabOf(key: string): (() => void) | undefined {
  if (!/^[1-6]$/.test(key)) return undefined;
  const tab = document.querySelector<HTMLAnchorElement>(`.tabs a:nth-of-type(${key})`);
  return tab ? () => tab.click() : undefined;
}
