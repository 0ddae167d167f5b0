// The keyboard of the desk, as the moderator has it: one map on every page, each doing what it can.
import type { KeyAction, Keys } from '../../web/desk/keys.ts';
import { home } from '../home.ts';
import { isMeant } from './intent.ts';
import { typedIn } from './pane/typed.ts';

type Actions = Partial<Record<KeyAction, () => void>>;

const keys: Keys = JSON.parse(document.querySelector<HTMLElement>('[data-keys]')?.dataset.keys ?? 'null');
const actionOf = actionsBy(keys);
const repeated: readonly KeyAction[] = ['next', 'previous'];

const everywhere: Actions = {
  search: () => document.querySelector<HTMLInputElement>('#q')?.select(),
  help: showHelp,
  back: () => leaveFor(document.querySelector<HTMLAnchorElement>('.back')?.href ?? `${home}moderation`),
};

/** No key leaves behind what was typed. */
function leaveFor(address: string): void {
  if (typedIn(document.body).every(({ id }) => id === 'q')) location.assign(address);
}

function showHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#help');
  if (dialog) dialog.showModal();
  else leaveFor(`${home}moderation/keys`);
}

function actionsBy(keys: Keys): ReadonlyMap<string, KeyAction> {
  return new Map(Object.entries(keys ?? {}).map(([action, key]) => [key, action as KeyAction]));
}

interface More {
  actions?: Actions;
  /** Whether a digit was taken, before it chooses a tab. */
  digit?: (digit: number) => boolean;
  /** Whether there was something to leave. */
  leave?: (target: HTMLElement) => boolean;
}

/** Listens, unless the moderator has turned the keys off; Escape leaves a field in any case. */
export function listenToKeys({ actions = {}, digit, leave }: More): void {
  const all: Actions = { ...everywhere, ...actions };
  document.addEventListener('keydown', (event) => {
    if (isComposing(event) || document.querySelector('dialog[open]')) return;
    const taken = event.key === 'Escape' ? leaveBy(event, leave) : run(event, all, digit);
    if (taken) event.preventDefault();
  });
}

function run(event: KeyboardEvent, actions: Actions, digit: More['digit']): boolean {
  const { key, repeat } = event;
  if (!keys || isTyping(event)) return false;
  const action = actionOf.get(key);
  if (repeat && !(action && repeated.includes(action))) return action !== undefined;
  if (/^[1-9]$/.test(key)) return digit?.(Number(key)) || openTab(Number(key));
  const does = action && actions[action];
  if (does && (repeat || isMeant(key))) does();
  return does !== undefined;
}

/** Whether the key belongs to an input method or to the browser. */
function isComposing({ isComposing, keyCode, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229 || ctrlKey || altKey || metaKey;
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

function leaveBy(event: KeyboardEvent, leave: More['leave']): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (leave?.(target)) return true;
  const typing = isTyping(event);
  if (typing) target.blur();
  return typing;
}

function openTab(place: number): boolean {
  const tab = document.querySelectorAll<HTMLAnchorElement>('.tabs a')[place - 1];
  tab?.click();
  return tab !== undefined;
}
