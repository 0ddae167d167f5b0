import { html } from 'hono/html';
import type { Html } from '../layout.ts';

const hues = 8;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A round with the beginning of a name in a colour of its own: the same name looks alike everywhere. */
export function avatar(name: string, badge: string | null = null): Html {
  if (badge === 'newsroom')
    return html`<span class="avatar newsroom" aria-hidden="true">${initial(wordsOf(name))}</span>`;
  return html`<span class="avatar" data-hue="${hueOf(name)}" aria-hidden="true">${initial(wordsOf(name).reverse())}</span>`;
}

/** People are called by the last word of their name, and a newsroom by the first: what is written first of that. */
function initial(words: readonly string[]): string {
  const called = words.find((word) => isLetter(word)) ?? words[0] ?? '';
  const parts = [...graphemes.segment(called.toUpperCase())].map(({ segment }) => segment);
  return parts.find(isLetter) ?? parts[0] ?? '';
}

function wordsOf(name: string): string[] {
  return name.normalize('NFC').split(/\s+/).filter(Boolean);
}

function isLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** FNV-1a, without its lowest bits, which are mixed least. */
function hueOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name.normalize('NFC'))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 8) % hues;
}
