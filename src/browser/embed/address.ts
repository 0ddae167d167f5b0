/** Where this script came from. */
export const own = new URL((document.currentScript as HTMLScriptElement).src).origin;

/** The address of the comments that belong in a place. */
export function addressOf(place: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const url = new URL((canonical || location).href);
  url.hash = '';
  const { site, article = url.pathname, title = document.title } = place.dataset;
  return `${own}/embed/${site}?${new URLSearchParams({ article, title, url: url.href })}`;
}
