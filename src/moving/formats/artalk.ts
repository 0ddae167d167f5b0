import type { Found, FoundComment } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { Articles } from './articles.ts';
import { type Kind, readEntries } from './entries.ts';
import { content, type Fields, idOf, isTrue, nameOf, parentOf, said } from './fields.ts';
import type { Choices } from './format.ts';

const artrans: Kind = {
  name: 'Artalk (Artrans)',
  fields: ['page_key', 'content'],
  paths: ['$.data.*', '$.artrans.*'],
};

/** Artrans, what Artalk exports: flat objects, of which those of converters have other types. */
export async function* readArtalk(
  input: Input,
  tell: Tell | undefined,
  choices: Choices,
): AsyncGenerator<Found> {
  const articles = new Articles();
  const sites = new Sites(choices.sourceSite);
  for await (const entry of readEntries(input, tell, artrans)) {
    if ('kind' in entry) yield entry;
    else if (sites.isChosen(said(entry.fields.site_name) ?? '')) {
      const key = said(entry.fields.page_key) ?? '';
      yield* articles.tell({ ref: key, address: key, title: said(entry.fields.page_title) });
      yield toComment(entry.fields, key, entry.place);
    }
  }
  sites.requireChosen();
}

/** One file may hold the comments of several sites, which are not to be mixed. */
class Sites {
  readonly #chosen: string | undefined;
  readonly #seen = new Set<string>();

  constructor(chosen: string | undefined) {
    this.#chosen = chosen;
  }

  isChosen(site: string): boolean {
    this.#seen.add(site);
    if (this.#chosen === undefined && this.#seen.size > 1)
      throw new Error(`the file has several sites (${this.#listed()}): choose one by --source-site`);
    return this.#chosen === undefined || site === this.#chosen;
  }

  requireChosen(): void {
    if (this.#chosen === undefined || this.#seen.has(this.#chosen)) return;
    throw new Error(`the file has no site "${this.#chosen}"; it has ${this.#listed() || 'none'}`);
  }

  #listed(): string {
    return [...this.#seen].map((site) => `"${site}"`).join(', ');
  }
}

function toComment(fields: Fields, article: string, place: string): FoundComment {
  return {
    kind: 'comment',
    id: idOf(fields.id) ?? '',
    article,
    parent: parentOf(fields.rid),
    author: nameOf(fields.nick),
    email: said(fields.email),
    body: { markup: 'markdown-breaks', text: content(fields.content) },
    state: isTrue(fields.is_pending) ? 'pending' : 'published',
    time: { text: said(fields.created_at) },
    place,
    oddities: isTrue(fields.is_collapsed) ? ['collapsed'] : [],
  };
}
