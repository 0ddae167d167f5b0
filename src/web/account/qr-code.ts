import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { encodeQr } from './qr-codewords.ts';
import { drawQr, type QrGrid } from './qr-grid.ts';

/** Modules of white that a reader needs around the code. */
const margin = 4;
const pixelsPerModule = 4;

/** A text as a QR code, dark on light in either scheme; nothing where it is longer than one takes. */
export function qrCode(text: string, label: string): Html | '' {
  const content = encodeQr(text);
  if (!content) return '';
  const grid = drawQr(content);
  const side = grid.size + 2 * margin;
  const pixels = side * pixelsPerModule;
  return html`<svg role="img" aria-label="${label}" width="${pixels}" height="${pixels}"
 viewBox="-${margin} -${margin} ${side} ${side}" shape-rendering="crispEdges">
<path fill="#fff" d="M-${margin} -${margin}h${side}v${side}h-${side}z"/><path d="${outline(grid)}"/></svg>`;
}

/** A rectangle for each dark run of a row. */
function outline({ size, modules }: QrGrid): string {
  const rows = Array.from({ length: size }, (_, y) => modules.slice(y * size, (y + 1) * size).join(''));
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
}
