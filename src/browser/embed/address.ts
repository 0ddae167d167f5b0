/** Where the service is: this script stands at its top. */
const home = new URL('.', (document.currentScript as HTMLScriptElement).src);
export const own = home.origin;

/** The address of the comments that belong in a place. */
export function addressOf(place: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const url = new URL((canonical || location).href);
  url.hash = '';
  const { site, article, title = document.title } = place.dataset;
  const named = article ? { article } : {};
  return `${home}embed/${site}?${new URLSearchParams({ ...named, title, url: url.href })}`;
}
