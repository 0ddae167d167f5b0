import { html } from 'hono/html';
import type { Html } from '../../layout.ts';

const most = 99;

/** A saved view as it is shown: with how many comments it has, where that is known. */
export interface ShownView {
  id: string;
  name: string;
  /** The query of its address. */
  asked: string;
  isShared: boolean;
  isOwn: boolean;
  by: string;
  count: number | null;
}

export function viewAddressOf({ asked }: Pick<ShownView, 'asked'>): string {
  return `/moderation?${asked}`;
}

export function viewCount({ count }: ShownView): Html {
  return html`${count !== null && html` <span class="count">${count > most ? `${most}+` : count}</span>`}`;
}
