// What a reader types is kept at once, whatever else is still to come.
import { keep, partsIn, readKept, textsIn } from './kept.ts';
import { input, root, siteKey } from './page.ts';

export const drafted = ['author', 'email', 'body'];

export interface Draft {
  author?: string | undefined;
  email?: string | undefined;
  body?: string | undefined;
  /** Texts by the comment that they answer. */
  replies?: Partial<Record<string, string>>;
  /** By what the service knows what was sent before, of which no answer came; by the comment that it answers, too. */
  keys?: Partial<Record<string, string>>;
}

const key = `${siteKey('draft')}:${root.dataset.article}`;

let draft = readDraft();

function readDraft(): Draft | undefined {
  const kept = readKept(key, 'session');
  if (!kept) return undefined;
  const { replies, keys } = partsIn(kept);
  return { ...textsIn(kept), replies: textsIn(replies), keys: textsIn(keys) };
}

export function hasDraft(): boolean {
  return draft !== undefined;
}

export function draftNow(): Draft {
  return draft ?? {};
}

export function storeDraft(next: Draft): void {
  draft = next;
  keep(key, draft, 'session');
}

export function keepDraft({ name, value, form }: HTMLInputElement | HTMLTextAreaElement): void {
  if (!form || !drafted.includes(name)) return;
  const parent = input(form, 'parent').value;
  if (name === 'body' && parent) storeDraft({ ...draft, replies: { ...draft?.replies, [parent]: value } });
  else storeDraft({ ...draft, [name]: value });
}

/** From when it is sent on: whoever never hears of that, and loads the page again, sends the same once more. */
export function keepKey(form: HTMLFormElement): void {
  const { value: parent } = input(form, 'parent');
  storeDraft({ ...draft, keys: { ...draft?.keys, [parent]: input(form, 'key').value } });
}

/** Of what answers this comment, or none; the name stays for the next one. */
export function forgetDraft(parent: string): void {
  const { [parent]: _, ...replies } = draft?.replies ?? {};
  const { [parent]: __, ...keys } = draft?.keys ?? {};
  storeDraft(parent ? { ...draft, replies, keys } : { ...draft, body: '', keys });
}
