import { html, raw } from 'hono/html';
import type { Html } from '../layout.ts';

/** Drawn by lines on a field of 16 by 16. */
const drawings = {
  check: '<path d="m3 8.5 3.5 3.5L13 4.5"/>',
  cross: '<path d="m4 4 8 8m0-8-8 8"/>',
  ban: '<circle cx="8" cy="8" r="5.5"/><path d="m4.2 4.2 7.6 7.6"/>',
  reply: '<path d="M6.5 4 3 7.5 6.5 11M3 7.5h6a4 4 0 0 1 4 4V13"/>',
  pen: '<path d="M3 13v-2.5L10.5 3 13 5.5 5.5 13zM9 4.5 11.5 7"/>',
  more: '<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.4"/>',
  search: '<circle cx="7" cy="7" r="4"/><path d="m10 10 3.5 3.5"/>',
  funnel: '<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>',
  down: '<path d="m4 6 4 4 4-4"/>',
  up: '<path d="m4 10 4-4 4 4"/>',
  left: '<path d="m10 4-4 4 4 4"/>',
  undo: '<path d="M3 3.5v3.5h3.5M3.4 7A5 5 0 1 1 4 11"/>',
  star: '<path d="M4.5 2.5h7v11L8 10.5l-3.5 3z"/>',
  fresh: '<path d="M8 12.5V4M4.5 7.5 8 4l3.5 3.5"/>',
  tea: '<path d="M3 7h9v2.5A3.5 3.5 0 0 1 8.5 13h-2A3.5 3.5 0 0 1 3 9.5zM12 7.5h.8a1.6 1.6 0 0 1 0 3.2H12M6 2.5v2M9 2.5v2"/>',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside a word, never in its place without one that is read aloud. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** What the icons of a page are drawn from, once a page. */
export const iconSheet = raw(
  `<svg class="sprite" aria-hidden="true">${Object.entries(drawings)
    .map(([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${drawing}</symbol>`)
    .join('')}</svg>`,
);
