import type { Moderator } from '../../moderators/moderator.ts';

/** What a key of the desk does, and the usual one; `shift` is part of the character that it types. */
export const usualKeys = {
  next: 'j',
  previous: 'k',
  publish: 'p',
  reject: 'r',
  spam: 's',
  skip: 'n',
  undo: 'z',
  select: 'x',
  selectAll: 'X',
  edit: 'e',
  reply: 't',
  article: 'o',
  history: 'h',
  search: '/',
  back: 'u',
  help: '?',
} as const;

export type KeyAction = keyof typeof usualKeys;

export const keyActions = Object.keys(usualKeys) as KeyAction[];

/** How a moderator has the keyboard; null where it is off. */
export type Keys = Readonly<Record<KeyAction, string>> | null;

/** The usual keys where none were chosen; null where the moderator wants none. */
export function keysOf({ keys: stored = null }: Pick<Moderator, 'keys'>): Keys {
  if (stored === null) return usualKeys;
  const chosen: Partial<Record<KeyAction, string>> | null = JSON.parse(stored);
  return chosen === null ? null : withUsual(chosen);
}

/** What came to the desk since the keys were chosen has its usual key, unless that is chosen for something else. */
function withUsual(chosen: Partial<Record<KeyAction, string>>): Record<KeyAction, string> {
  const taken = new Set(Object.values(chosen));
  const usual = Object.entries(usualKeys).map(([action, key]) => [action, taken.has(key) ? '' : key]);
  return { ...Object.fromEntries(usual), ...chosen };
}
