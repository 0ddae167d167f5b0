// The list of comments in place: more of them, in another order, and the form for an answer to one.
import { announce, fetchPage, one, say, swap } from './page.ts';
import { reply } from './reply.ts';

export async function follow(link: HTMLAnchorElement): Promise<void> {
  if (link.dataset.swap === 'write') return reply(link);
  const page = await fetchPage(link.href);
  if (link.dataset.swap === 'more') return append(link, page);
  swap('#thread', page);
  const sort = page.querySelector('input[name=sort]')?.getAttribute('value');
  for (const input of document.querySelectorAll('input[name=sort]')) input.setAttribute('value', sort ?? '');
  one('#thread nav [aria-current]').focus();
}

function append(link: HTMLAnchorElement, page: Document): void {
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
