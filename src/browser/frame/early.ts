// What a reader has done before this script came counts as if it had been there.
import { drafted, draftNow, forgetDraft, keepDraft } from './draft.ts';
import { formAround } from './page.ts';
import type { Own } from './reading/own/kept.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const fields = drafted.map((name) => `.composer [name=${name}]`).join();

/** Keeps what stands in the forms, typed or given back by the service. */
export function keepWhatStands(): void {
  for (const field of document.querySelectorAll<Field>(fields)) if (field.value !== '') keepDraft(field);
}

/** The comment of which the page says that it was just sent; it is a draft no more. */
export function takeSent(): Own | undefined {
  const told = document.querySelector<HTMLElement>('#binh-luan-status')?.dataset.own;
  if (!told) return undefined;
  const own: Own = JSON.parse(told);
  const parent = own.parentId ?? '';
  const { body, replies } = draftNow();
  if (plain(parent ? replies?.[parent] : body) === plain(own.body)) forgetDraft(parent);
  return own;
}

/** A form that was sent before the device could meet its captcha, with nothing else for its reader to correct. */
export function sentTooEarly(): HTMLFormElement | undefined {
  const form = formAround(document.querySelector('.unasked > .mistake'));
  return form && !form.querySelector('[aria-invalid]') ? form : undefined;
}

function plain(text = ''): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
