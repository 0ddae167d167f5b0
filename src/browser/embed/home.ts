/** Where it stands in the page; a module is not told, and is known by its name. */
const script = (document.currentScript ??
  document.querySelector('[type=module][src*="/embed.js"]')) as HTMLScriptElement;
const { src, dataset } = script;

/** Where the service is: this script stands at its top. */
export const home = new URL('.', src);

/** What the element says, else what this script's own element says for all. */
export function siteOf(element: HTMLElement): string {
  return encodeURIComponent(element.dataset.site || dataset.site || '');
}

/** What the service says at an address below it. */
export async function ask<Answer>(path: string): Promise<Answer> {
  return (await fetch(home + path)).json();
}
