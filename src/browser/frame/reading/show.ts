// A comment that a link leads to, wherever it is.
import { tellHost } from '../host.ts';
import { addressWith, fetchPage, one } from '../page.ts';
import { keepingForm } from './keeping-form.ts';

/** Shows a comment, from another page of the thread where need be, marks it, and asks the host page to scroll to it. */
export async function showComment(id: string): Promise<void> {
  if (!/^[\w-]{1,64}$/.test(id)) return;
  const found = document.getElementById(`c-${id}`) ?? (await bring(id));
  if (found) show(found);
}

/** In place of its branch as it is shown, else before all others. */
async function bring(id: string): Promise<HTMLElement | null> {
  const page = await fetchPage(addressWith({ comment: id }));
  const item = page.getElementById(`c-${id}`)?.closest('.thread > li');
  if (!item) return null;
  const beginning = item.querySelector('.comment[id]')?.id ?? '';
  const ours = document.getElementById(beginning)?.closest('.thread > li');
  if (ours) keepingForm(() => ours.replaceWith(item));
  else one('.thread').prepend(item);
  return document.getElementById(`c-${id}`);
}

/** Marks an element as what is spoken of, opens what is folded around it, and has it in sight. */
export function show(element: HTMLElement): void {
  for (const other of document.querySelectorAll('[data-shown].comment')) other.removeAttribute('data-shown');
  if (element.matches('.comment')) element.dataset.shown = '';
  element.querySelector(':scope > .fold')?.setAttribute('open', '');
  if (!element.matches('a, button, input, textarea, select')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const { top, height } = element.getBoundingClientRect();
  if (window.parent === window) element.scrollIntoView({ block: 'center' });
  else tellHost({ type: 'binh-luan:show', top: top + window.scrollY, height });
}
