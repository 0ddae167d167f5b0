// The list of comments in place: more of them, in another order, and the form for an answer to one.
import { announce, fetchPage, one, say, swap } from './frame-page.js';

/** @param {HTMLAnchorElement} link */
export async function follow(link) {
  if (link.dataset.swap === 'write') return answer(link);
  const page = await fetchPage(link.href);
  if (link.dataset.swap === 'more') return append(link, page);
  swap('#thread', page);
  const sort = page.querySelector('input[name=sort]')?.getAttribute('value');
  for (const input of document.querySelectorAll('input[name=sort]')) input.setAttribute('value', sort ?? '');
  one('#thread nav [aria-current]').focus();
}

/** @param {HTMLAnchorElement} link */
async function answer(link) {
  const [page, { restoreDraft }] = await Promise.all([fetchPage(link.href), import('./frame-draft.js')]);
  swap('#write', page);
  restoreDraft();
  one('#body').focus();
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Document} page
 */
function append(link, page) {
  const added = [...page.querySelectorAll('.comments > li')];
  one('.comments').append(...added);
  const next = page.querySelector('[data-swap=more]');
  if (next) link.replaceWith(next);
  else link.closest('.pages')?.remove();
  announce(say('added', added.length));
  const first = added[0]?.querySelector('article');
  first?.setAttribute('tabindex', '-1');
  first?.focus();
}
