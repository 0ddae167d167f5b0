// The forms that open under a comment: to answer it, to report it.

import { copyOf, fetchPage, input, one } from '../page.ts';
import { draftedReplies, fillDraft } from './draft.ts';

const openForms = '#tra-loi, #bao-cao';

/** Opens the form for an answer; without one at hand, from the page that the link leads to. */
export async function openReply(link: HTMLAnchorElement): Promise<void> {
  const form = await openUnder(link, 'reply-form', '#tra-loi');
  const parent = idOf(link);
  input(form, 'parent').value = parent;
  one('h5 bdi', form).textContent = authorOf(link);
  fillDraft(form);
  input(form, 'body').focus();
}

export async function openReport(link: HTMLAnchorElement): Promise<void> {
  link.closest('details')?.removeAttribute('open');
  const form = await openUnder(link, 'report-form', '#bao-cao');
  form.action = form.action.replace(/\/comments\/[^/]*\/report/, `/comments/${idOf(link)}/report`);
  one('h5 bdi', form).textContent = authorOf(link);
  one('input[type=radio]', form).focus();
}

/** What was being written before a reload: on the article, and as an answer to a comment that is shown. */
export async function restoreDrafts(): Promise<void> {
  const top = document.querySelector<HTMLFormElement>('#gui-binh-luan');
  if (top) fillDraft(top);
  const links = draftedReplies().map((id) => document.querySelector(`#c-${CSS.escape(id)} [data-do=reply]`));
  const link = links.find((found) => found instanceof HTMLAnchorElement);
  if (link) await openReply(link);
}

/** One at a time. */
async function openUnder(
  link: HTMLAnchorElement,
  template: string,
  selector: string,
): Promise<HTMLFormElement> {
  const form = (copyOf(template) ?? one(selector, await fetchPage(link.href))) as HTMLFormElement;
  for (const other of document.querySelectorAll(openForms)) other.remove();
  commentAround(link).append(form);
  return form;
}

/** Closes a form, and leads back to what it was about. */
export function cancel(link: Element): void {
  const comment = commentAround(link);
  link.closest(openForms)?.remove();
  one('[data-do=reply], summary', comment).focus();
}

export function commentAround(element: Element): HTMLElement {
  const comment = element.closest<HTMLElement>('.comment');
  if (!comment) throw new Error('not in a comment');
  return comment;
}

function idOf(link: Element): string {
  return commentAround(link).id.slice('c-'.length);
}

function authorOf(link: Element): string {
  return one('.who', commentAround(link)).textContent ?? '';
}
