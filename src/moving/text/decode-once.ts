import { htmlToText } from './html-text.ts';

/** A line of text that a source keeps as HTML has it, such as a name; what looks like a tag is none. */
export function decodeOnce(text: string): string {
  return text.includes('&') ? htmlToText(text.replaceAll('<', '&lt;')) : text;
}
