import type { ThreadView } from './thread-view.ts';

export const formId = 'gui-binh-luan';
export const replyId = 'tra-loi';
export const reportId = 'bao-cao';

type Placed = Pick<ThreadView, 'site' | 'host' | 'sort'>;

/** The address of a frame's page for the same article, with other parameters. */
export function frameAddress(view: Placed, more: Readonly<Record<string, string>> = {}): string {
  const { key, title, url, language } = view.host;
  const host = { article: key, title, url, ...(language && { language }) };
  return `${postAddress(view)}?${new URLSearchParams({ ...host, sort: view.sort, ...more })}`;
}

/** The same page, as it is, with something open in it. */
export function sameAddress(
  view: Placed & Pick<ThreadView, 'cursor' | 'branch'>,
  more: Readonly<Record<string, string>>,
): string {
  const { cursor, branch } = view;
  return frameAddress(view, { ...(cursor && { cursor }), ...(branch && { branch }), ...more });
}

export function postAddress({ site }: Pick<ThreadView, 'site'>): string {
  return `/embed/${site.id}`;
}

/** The element that a comment is. */
export function anchorOf(commentId: string): string {
  return `c-${commentId}`;
}

/** Where a comment is to be found by whoever is given a link: in the page of its article, else in the frame alone. */
export function shareAddress(view: Placed & Pick<ThreadView, 'page'>, id: string): string {
  if (view.page) return `${view.page.replace(/#.*/, '')}#binh-luan-${id}`;
  return `${frameAddress(view, { comment: id })}#${anchorOf(id)}`;
}
