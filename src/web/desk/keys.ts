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
