import { html, raw } from 'hono/html';
import type { Html } from '../layout.ts';

/** Drawn with lines on a field of 24 by 24. */
const paths = {
  like: 'M7.5 11v9H4.25v-9zM7.5 11l3.6-7.5c1.6 0 2.6 1.1 2.6 2.6v3.4h4.6c1.3 0 2.2 1.2 2 2.4l-1.1 6.2c-.2 1.1-1 1.9-2.1 1.9H7.5',
  share: 'M12 15V4M8 7.5l4-4 4 4M5 12v6.5c0 .8.7 1.5 1.5 1.5h11c.8 0 1.5-.7 1.5-1.5V12',
  others:
    'M5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  flag: 'M5.5 21V4M5.5 4.5c4-2 7 2 13 0v9.5c-6 2-9-2-13 0',
  busy: 'M12 3.25a8.75 8.75 0 1 1-8.75 8.75',
  check: 'M3.25 12a8.75 8.75 0 1 0 17.5 0 8.75 8.75 0 1 0-17.5 0M8 12.3l2.8 2.8 5.4-5.7',
  clock: 'M3.25 12a8.75 8.75 0 1 0 17.5 0 8.75 8.75 0 1 0-17.5 0M12 7v5.2l3.4 2',
  star: 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.8L3.6 9.7l5.8-.8z',
  alert: 'M12 4 3.3 19.5h17.4zM12 10v4.2M12 17h.01',
  lock: 'M5 10.5h14V20H5zM8 10.5V8a4 4 0 0 1 8 0v2.5',
  bubble:
    'M4 6.5C4 5.1 5.1 4 6.5 4h11C18.9 4 20 5.1 20 6.5v7c0 1.4-1.1 2.5-2.5 2.5H11l-4.5 4v-4C5.1 16 4 14.9 4 13.5z',
  sound: 'M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9.2a4 4 0 0 1 0 5.6M18.2 6.5a7.8 7.8 0 0 1 0 11',
  change: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5',
  back: 'M9 6 4 11l5 5M4.5 11H15a5 5 0 0 1 5 5v2',
};

export type Icon = keyof typeof paths;

const symbols = Object.entries(paths)
  .map(([name, path]) => `<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`)
  .join('');

/** Once on a page that has icons. */
export const icons: Html = html`<svg class="unseen" width="0" height="0" aria-hidden="true">${raw(symbols)}</svg>`;

export function icon(name: Icon): Html {
  return html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
