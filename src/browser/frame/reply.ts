import { fetchPage, one, swap } from './page.ts';

/** Shows the form for an answer, once what was typed before can be put into it. */
export async function reply(link: HTMLAnchorElement): Promise<void> {
  const [page, { restoreDraft }] = await Promise.all([fetchPage(link.href), import('./draft.ts')]);
  swap('#write', page);
  restoreDraft();
  one('#body').focus();
}
