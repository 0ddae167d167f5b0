// What happens in the fields of the forms.
import { keepDraft } from './draft.ts';
import { writing } from './later.ts';
import { formAround } from './page.ts';

/**
 * What was entered stays unfolded, since nothing is to move from under the pointer. Where the device alone confirms, it
 * starts when the reader does.
 */
export async function onFocus({ target }: Pick<Event, 'target'>): Promise<void> {
  const form = target instanceof Element && formAround(target);
  if (!form) return;
  form.dataset.open = '';
  const { begin, fillDraft } = await writing();
  fillDraft(form);
  begin(form);
}

/** A page that was open for too long has a picture no more. */
export async function onError({ target }: Pick<Event, 'target'>): Promise<void> {
  const isOurs = target instanceof HTMLImageElement && 'picture' in target.dataset;
  const form = isOurs && formAround(target);
  if (form && !target.src.startsWith('data:')) await (await writing()).fetchPicture(form);
}

export async function onInput({ target }: Event): Promise<void> {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const form = formAround(target);
  if (!form) return;
  // At once: the page may be left before anything else comes.
  keepDraft(target);
  const { noteTyped } = await writing();
  noteTyped(target, form);
}
