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
}

const key = `${siteKey('draft')}:${root.dataset.article}`;

let draft = readDraft();

function readDraft(): Draft | undefined {
  const kept = readKept(key, 'session');
  return kept ? { ...textsIn(kept), replies: textsIn(partsIn(kept).replies) } : undefined;
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

/** Of what answers this comment, or none; the name stays for the next one. */
export function forgetDraft(parent: string): void {
  const { [parent]: _, ...replies } = draft?.replies ?? {};
  storeDraft(parent ? { ...draft, replies } : { ...draft, body: '' });
}
