import type { FoundArticle } from '../found.ts';

/** Tells of an article once, and again where more is known of it than was when it was told. */
export class Articles {
  readonly #known = new Map<string, number>();

  *tell(article: Omit<FoundArticle, 'kind'>): Generator<FoundArticle> {
    const known = Number(article.address !== undefined) + Number(article.title !== undefined);
    if (known <= (this.#known.get(article.ref) ?? -1)) return;
    this.#known.set(article.ref, known);
    yield { kind: 'article', ...article };
  }
}
