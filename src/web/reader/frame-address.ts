import type { ThreadView } from '../views.ts';

export const formId = 'gui-binh-luan';

/** The address of a frame's page for the same article, with other parameters. */
export function frameAddress(view: ThreadView, more: Readonly<Record<string, string>> = {}): string {
  const { key, title, url } = view.host;
  return `${postAddress(view)}?${new URLSearchParams({ article: key, title, url, sort: view.sort, ...more })}`;
}

export function postAddress(view: ThreadView): string {
  return `/embed/${view.site.id}`;
}

/** The element that a comment is. */
export function anchorOf(commentId: string): string {
  return `c-${commentId}`;
}
