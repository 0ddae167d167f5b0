// What a reader has typed survives a reload of the frame, until it is sent or cleared; an answer stays an answer.
import { draftNow, storeDraft } from '../draft.ts';
import { keep, readKept, textsIn } from '../kept.ts';
import { announce, input, root, siteKey } from '../page.ts';
import { say } from '../say.ts';

const whoKey = siteKey('who');

/** What was typed is kept already. */
export function noteTyped(field: HTMLInputElement | HTMLTextAreaElement, form: HTMLFormElement): void {
  if (field.name === 'body') count(form, true);
  else if (['author', 'email'].includes(field.name) || 'remember' in field.dataset) rememberWho(form);
}

/** Into a form that is empty there; whoever said so on this device finds their name in it. */
export function fillDraft(form: HTMLFormElement): void {
  if (form.dataset.met) return;
  form.dataset.met = 'yes';
  const who = textsIn(readKept(whoKey));
  const draft = draftNow();
  const parent = input(form, 'parent').value;
  input(form, 'key').value = draft.keys?.[parent] ?? input(form, 'key').value;
  input(form, 'body').value ||= (parent ? draft.replies?.[parent] : draft.body) ?? '';
  for (const name of ['author', 'email'] as const) {
    const field = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (field) field.value ||= draft[name] ?? who[name] ?? '';
  }
  const box = form.querySelector<HTMLInputElement>('[data-remember]');
  if (box) box.checked = who.author !== undefined;
  count(form, false);
}

/** The comments that were being answered. */
export function draftedReplies(): string[] {
  return Object.entries(draftNow().replies ?? {}).flatMap(([id, text]) => (text?.trim() ? [id] : []));
}

export function clearDraft(): void {
  const { replies } = draftNow();
  storeDraft(replies ? { replies } : {});
}

/** Name and e-mail, as long as the reader wants them to be remembered. */
export function rememberWho(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('[data-remember]');
  if (!box) return;
  const who = { author: input(form, 'author').value, email: input(form, 'email').value };
  if (box.checked || readKept(whoKey)) keep(whoKey, box.checked ? who : undefined);
}

/** How much room is left; said aloud, where that is asked for, when it matters while typing. */
export function count(form: HTMLFormElement, aloud: boolean): void {
  const body = input(form, 'body');
  const hint = document.getElementById(`${body.id}-hint`);
  if (!hint) return;
  const left = Number(root.dataset.limit) - [...body.value.normalize('NFC')].length;
  const sentence = say(left < 0 ? 'over' : 'left', Math.abs(left));
  hint.textContent = sentence;
  hint.classList.toggle('mistake', left < 0);
  if (aloud && [100, 20, 0, -1].includes(left)) announce(sentence);
}
