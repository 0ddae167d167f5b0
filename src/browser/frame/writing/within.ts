// The forms that open under a comment: to answer it, to report it.
import { leadTo } from '../focus.ts';
import { fetchPage, input, one } from '../page.ts';
import { fetchPicture } from './captcha.ts';
import { draftedReplies, fillDraft } from './draft.ts';
import { copyForm } from './form-copy.ts';
import { worksAlone } from './way.ts';

const openForms = '#tra-loi, #bao-cao';

/** Opens the form for an answer: another like the one on top, with a challenge of its own. */
export async function openReply(link: HTMLAnchorElement, isAsked = true): Promise<void> {
  const top = document.querySelector<HTMLFormElement>('#gui-binh-luan');
  if (!top) return openFetched(link);
  const form = openUnder(link, copyForm(top, link.textContent ?? ''));
  input(form, 'parent').value = idOf(link);
  fillDraft(form);
  if (isAsked) leadTo(input(form, 'body'));
  await haveOwnChallenge(form);
}

/** That of the form on top is spent by whichever is sent first. */
export async function haveOwnChallenge(form: HTMLFormElement): Promise<void> {
  if (form.querySelector('[name=challenge]') && !worksAlone(form)) await fetchPicture(form);
}

/** The page has no form on top where its address has opened one to answer with. */
async function openFetched(link: HTMLAnchorElement): Promise<void> {
  const form = openUnder(link, one<HTMLFormElement>('#tra-loi', await fetchPage(link.href)));
  fillDraft(form);
  leadTo(input(form, 'body'));
}

/** Opens the form for a report, which the page has that the link leads to. */
export async function openReport(link: HTMLAnchorElement): Promise<void> {
  link.closest('details')?.removeAttribute('open');
  const form = openUnder(link, one<HTMLFormElement>('#bao-cao', await fetchPage(link.href)));
  leadTo(one('input[type=radio]', form));
}

/** What was being written before a reload: on the article, and as an answer to a comment that is shown. */
export async function restoreDrafts(): Promise<void> {
  const top = document.querySelector<HTMLFormElement>('#gui-binh-luan');
  for (const form of document.querySelectorAll<HTMLFormElement>('#gui-binh-luan, #tra-loi')) fillDraft(form);
  const links = draftedReplies().map((id) => document.querySelector(`#c-${CSS.escape(id)} [data-do=reply]`));
  const link = links.find((found) => found instanceof HTMLAnchorElement);
  if (link && top) await openReply(link, false);
}

/** One at a time. */
function openUnder(link: HTMLAnchorElement, form: HTMLFormElement): HTMLFormElement {
  for (const other of document.querySelectorAll(openForms)) other.remove();
  commentAround(link).append(form);
  return form;
}

/** Closes a form, and leads back to what it was about. */
export function cancel(link: Element): void {
  const comment = commentAround(link);
  link.closest(openForms)?.remove();
  leadTo(one('[data-do=reply], summary', comment));
}

export function commentAround(element: Element): HTMLElement {
  const comment = element.closest<HTMLElement>('.comment');
  if (!comment) throw new Error('not in a comment');
  return comment;
}

function idOf(link: Element): string {
  return commentAround(link).id.slice('c-'.length);
}
