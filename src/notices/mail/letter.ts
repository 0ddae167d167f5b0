import type { Language } from '../../language/language.ts';
import { oneLine, unlinked } from '../line.ts';

/**
 * What somebody is told by mail. Whoever's words they are, nothing in them is a link but the links, and nothing a header
 * but the headers: that is seen to as a letter is written.
 */
export interface Letter {
  /** The same at every try. */
  id: string;
  to: string;
  language: Language;
  /** Whose name it comes under: that of the site. */
  sender: string;
  subject: string;
  parts: readonly Part[];
  /** Where one click ends such letters. */
  unsubscribe?: string;
}

/** A paragraph of ours, which may hold names; somebody's words; a way to a page of ours. */
export type Part = { text: string } | { quote: string } | { link: string; label: string };

const longestSubject = 150;
const longestQuote = 600;

export function letterOf(letter: Letter): Letter {
  return {
    ...letter,
    sender: unlinked(oneLine(letter.sender)),
    subject: unlinked(oneLine(letter.subject, longestSubject)),
    parts: letter.parts.map((part) => {
      if ('quote' in part) return { quote: unlinked(shortened(part.quote)) };
      if ('link' in part) return { ...part, label: unlinked(oneLine(part.label, longestSubject)) };
      return { text: unlinked(oneLine(part.text, Number.POSITIVE_INFINITY)) };
    }),
  };
}

/** Lines as they were, without what is no text. */
function shortened(text: string): string {
  const letters = [...text.replace(/[^\P{Cc}\n]+|\p{Cf}+|[\p{Zl}\p{Zp}]+/gu, ' ').replace(/\n{3,}/g, '\n\n')];
  if (letters.length <= longestQuote) return letters.join('').trim();
  return `${letters
    .slice(0, longestQuote - 1)
    .join('')
    .trim()}…`;
}

/** The letter as plain text. */
export function textOf({ parts }: Letter): string {
  const blocks = parts.map((part) => {
    if ('quote' in part) return part.quote.replace(/^/gm, '> ');
    return 'text' in part ? part.text : `${part.label}:\n${part.link}`;
  });
  return `${blocks.join('\n\n')}\n`;
}
