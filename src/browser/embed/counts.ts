import { pageOf } from './address.ts';
import { ask, siteOf } from './home.ts';
import { troubleOf } from './trouble.ts';

/** What was asked for each element. */
const asked = new WeakMap<HTMLElement, string>();

/** Fills the elements that want the number of an article's comments: those that are new or want another one. */
export function fillCounts(): void {
  let address = '';
  let batch: HTMLElement[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-binh-luan-count]')) {
    const site = `api/v1/sites/${siteOf(element)}/counts?`;
    const query = `${new URLSearchParams([articleOf(element)])}&`;
    if (asked.get(element) === query) continue;
    asked.set(element, query);
    // As many as the service takes at once, in as long an address as every server before it takes.
    if (batch.length > 99 || address.length > 7000 || !address.startsWith(site)) {
      fill(batch, address);
      batch = [];
      address = site;
    }
    address += query;
    batch.push(element);
  }
  fill(batch, address);
}

/** The key that it says, else where it leads, else the page. */
function articleOf(element: HTMLElement): [by: string, article: string] {
  const { binhLuanCount: key } = element.dataset;
  if (key) return ['article', key];
  const link = element as HTMLAnchorElement;
  const { pathname, search } = link.href ? link : new URL(pageOf(element));
  return ['path', pathname + search];
}

async function fill(batch: HTMLElement[], address: string): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    const { counts } = await ask<{ counts: Record<string, number> }>(address);
    for (const element of batch) {
      const [, article] = articleOf(element);
      // It may want another one by now.
      element.textContent = counts[article]?.toLocaleString() ?? element.textContent;
    }
  } catch {
    troubleOf(first);
  }
}
