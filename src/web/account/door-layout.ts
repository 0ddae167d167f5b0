import { type Html, noteLayout, type Page } from '../layout.ts';

/** A page before the desk: to sign in, to set up, to choose a password. */
export function doorLayout(page: Page): Html {
  return noteLayout({ ...page, styles: ['desk'], bodyClass: 'door' });
}
