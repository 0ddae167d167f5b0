import { marked } from 'marked';
import type { Body } from '../found.ts';
import { htmlToText } from './html-text.ts';
import type { Lost } from './walk.ts';

const longestMarkdown = 50_000;

/** What a person would have typed: composed, ended by line feeds, without what no text has. */
export function toPlainText({ markup, text }: Body, lost: Lost = { images: 0, frames: 0 }): string {
  return tidy(convert(markup, tidy(text), lost)).replace(/\u00a0/g, ' ');
}

/** One line of such text, such as a name or a title. */
export function toLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ').trim();
}

function convert(markup: Body['markup'], text: string, lost: Lost): string {
  if (markup === 'html') return htmlToText(text, { lost });
  if (markup === 'wordpress') return htmlToText(text, { breaks: true, lost });
  if (markup === 'plain') return text.replace(/^\n+|\s+$/g, '');
  const html = markdownToHtml(text, markup === 'markdown-breaks');
  return html === undefined ? text.trim() : htmlToText(html, { lost });
}

/** Nothing for what is longer or nested deeper than anybody writes: the parser may take minutes for it, or fail. */
function markdownToHtml(text: string, breaks: boolean): string | undefined {
  if (text.length > longestMarkdown) return undefined;
  try {
    return marked.parse(text, { async: false, gfm: true, breaks });
  } catch {
    return undefined;
  }
}

/** Line feeds alone end lines; no NUL nor other control character, no half of a pair; composed. */
function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .normalize('NFC');
}
