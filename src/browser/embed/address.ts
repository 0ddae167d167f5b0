import { home, siteOf } from './home.ts';

/** The address of the comments that belong in a place; another one where they are others. */
export function threadOf(place: HTMLElement): string {
  const { article, language = '' } = place.dataset;
  const query = new URLSearchParams(article ? { article } : { url: pageOf(place) });
  return `${home}embed/${siteOf(place)}?${query}&language=${language}`;
}

/** The page that comments belong to where they name no article: the server makes a key of it. */
export function pageOf({ dataset }: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return new URL(dataset.url || '', (canonical || location).href).href;
}

/** The id of the comment that the page's own address names. */
export function commentAsked(): string {
  return location.hash.split(/^#binh-luan-/)[1] ?? '';
}
