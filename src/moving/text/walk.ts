import { Link } from './links.ts';
import { PlainLines } from './plain-lines.ts';
import { apart, closer, framed, silent, smiley } from './tags.ts';

/** What could not be told in words. */
export interface Lost {
  images: number;
  frames: number;
}

type Attributes = Partial<Record<string, string>>;

/** A way through a piece of HTML, tag by tag, that writes what is read. */
export class Walk {
  readonly lost: Lost = { images: 0, frames: 0 };
  readonly #lines = new PlainLines();
  readonly #breaks: boolean;
  readonly #lists: { next: number | undefined; begun: boolean }[] = [];
  #link: Link | undefined;
  #silent = 0;
  #verbatim = 0;
  #code = 0;
  #after: string | undefined;

  constructor(breaks: boolean) {
    this.#breaks = breaks;
  }

  text(text: string): void {
    const after = this.#after;
    this.#after = undefined;
    if (this.#silent > 0) return;
    if (this.#verbatim > 0) this.#verbatimText(after === 'pre' ? text.replace(/^\r?\n/, '') : text);
    else if (this.#code > 0 && !this.#link)
      this.#lines.verbatim(this.#breaks ? text : text.replace(/\n/g, ' '));
    else if (this.#breaks) this.#brokenText(after === 'br' ? text.replace(/^[ \t]*\r?\n/, '') : text);
    else this.#flow(text);
  }

  open(name: string, attributes: Attributes): void {
    this.#after = name;
    if (framed.has(name) && this.#silent === 0) this.#openFrame(attributes.src);
    if (silent.has(name)) this.#silent += 1;
    if (this.#silent > 0) return;
    if (apart.has(name) || closer.has(name)) this.#block(name);
    if (name === 'br') this.#break();
    else if (name === 'hr') this.#lines.flow('---');
    else if (name === 'a') this.#openLink(attributes.href);
    else if (name === 'img') this.#flow(this.#wordsOfImage(attributes));
    else if (name === 'td' || name === 'th') this.#cell();
    else if (name === 'blockquote') this.#lines.push('> ', '> ');
    else if (name === 'ul') this.#lists.push({ next: undefined, begun: false });
    else if (name === 'ol') this.#lists.push({ next: startOf(attributes.start), begun: false });
    else if (name === 'li') this.#openEntry();
    else if (name === 'pre') this.#verbatim += 1;
    else if (name === 'code') this.#code += 1;
    else if (name === 'input' && attributes.type === 'checkbox') this.#flow(boxOf(attributes));
  }

  close(name: string): void {
    if (name !== 'br' && name !== 'pre') this.#after = undefined;
    if (silent.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    if (this.#silent > 0) return;
    if (name === 'a') this.#closeLink();
    if (name === 'pre') this.#verbatim = Math.max(0, this.#verbatim - 1);
    if (name === 'code') this.#code = Math.max(0, this.#code - 1);
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'blockquote' || name === 'li') this.#lines.pop();
    if (apart.has(name) || closer.has(name)) this.#block(name);
  }

  toString(): string {
    this.#closeLink();
    return this.#lines.toString();
  }

  #flow(text: string): void {
    if (this.#link) this.#link.say(text);
    else this.#lines.flow(text);
  }

  /** A line end is one, and an empty line parts two paragraphs. */
  #brokenText(text: string): void {
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (index > 0) this.#break();
      if (line.trim() || index === 0) this.#flow(line);
    }
  }

  #verbatimText(text: string): void {
    this.#writeLink();
    this.#link?.note(text);
    this.#lines.verbatim(text);
  }

  #block(name: string): void {
    this.#writeLink();
    const inList = this.#lists.length > 0 && (name === 'ul' || name === 'ol' || name === 'li');
    this.#lines.block(!(inList || closer.has(name)));
  }

  #break(): void {
    this.#writeLink();
    this.#lines.breakLine();
  }

  #openLink(href: string | undefined): void {
    this.#closeLink();
    this.#link = new Link(href);
  }

  /** What was said so far of a link that goes on. */
  #writeLink(): void {
    if (this.#link) this.#lines.flow(this.#link.take());
  }

  #closeLink(): void {
    if (this.#link) this.#lines.flow(this.#link.end());
    this.#link = undefined;
  }

  #wordsOfImage({ alt = '', src = '', class: classes = '' }: Attributes): string {
    if (alt.trim() || smiley.test(classes)) return alt;
    this.lost.images += 1;
    return /^https?:\/\//i.test(src) ? `[${src}]` : '';
  }

  #openFrame(src = ''): void {
    this.lost.frames += 1;
    if (/^(https?:)?\/\//i.test(src)) this.#flow(` ${src.replace(/^\/\//, 'https://')} `);
  }

  #cell(): void {
    if (!this.#lines.isAtLineStart) this.#lines.flow(' | ');
  }

  #openEntry(): void {
    const list = this.#lists.at(-1);
    if (list?.begun) this.#lines.nextLine();
    if (list) list.begun = true;
    const mark = list?.next === undefined ? '- ' : `${list.next++}. `;
    this.#lines.push(mark, ' '.repeat(mark.length));
  }
}

function startOf(start: string | undefined): number {
  return Number.parseInt(start ?? '1', 10) || 1;
}

function boxOf({ checked }: Attributes): string {
  return checked === undefined ? '[ ] ' : '[x] ';
}
