import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Marked, type Parser, type Token, type Tokens } from 'marked';
import { escaped } from '../language/xml.ts';
import { places } from './places.ts';
import { filesIn } from './sources.ts';

/** A page of `docs` as the desk shows it. */
export interface BuiltPage {
  /** Under `help` of what is public. */
  path: string;
  contents: string;
}

/** Every page of the documentation in both languages, pictures left out. */
export function buildHelp(): BuiltPage[] {
  const pages = filesIn(places.docs).filter((path) => /^(?!vi\/|\.)[\w/-]+\.md$/.test(path));
  return pages.flatMap((path) => [build(path, 'en'), build(`vi/${path}`, 'vi')]);
}

function build(path: string, language: 'vi' | 'en'): BuiltPage {
  const marked = pagesOf(path);
  const tokens = marked.lexer(readFileSync(join(places.docs, path), 'utf8'));
  const [heading] = tokens.filter(isTitle);
  const html = marked.parser(tokens.filter((token) => !isTitle(token)));
  return {
    path: `${language}/${nameOf(path)}.json`,
    contents: JSON.stringify({ title: heading?.text ?? '', html }),
  };
}

function isTitle(token: Token): token is Tokens.Heading {
  return token.type === 'heading' && token.depth === 1;
}

/** What makes of a page's text what the desk shows: no HTML but its own, no picture, no link that leads nowhere. */
function pagesOf(path: string): Marked {
  return new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens, this.parser.textRenderer);
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return link(addressOf(href, path), this.parser.parseInline(tokens));
      },
      image: () => '',
      paragraph({ tokens }) {
        const text = this.parser.parseInline(tokens);
        return text === '' ? '' : `<p>${text}</p>\n`;
      },
      html: ({ text }) => escaped(text),
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
      table({ header, rows }) {
        return `<div class="wide" tabindex="0"><table>${head(header, this.parser)}<tbody>${rows.map((cells) => row(cells, this.parser)).join('')}</tbody></table></div>\n`;
      },
    },
  });
}

function link(address: string | undefined, text: string): string {
  if (!address) return text;
  const away = address.startsWith('https:') ? ' rel="noopener"' : '';
  return `<a href="${escaped(address)}"${away}>${text}</a>`;
}

/** Some tables say by their first column alone what the others are. */
function head(cells: readonly Tokens.TableCell[], parser: Parser): string {
  if (cells.every(({ text }) => text === '')) return '';
  return `<thead><tr>${cells.map(({ tokens, text }) => (text === '' ? '<td></td>' : `<th scope="col">${parser.parseInline(tokens)}</th>`)).join('')}</tr></thead>`;
}

function row(cells: readonly Tokens.TableCell[], parser: Parser): string {
  return `<tr>${cells.map(({ tokens }) => `<td>${parser.parseInline(tokens)}</td>`).join('')}</tr>`;
}

/** Where a link of a page leads at the desk; nowhere for files beside the documentation. */
function addressOf(href: string, page: string): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [file = '', heading] = href.split('#');
  const path = posix.join(posix.dirname(page), file);
  if (!path.endsWith('.md') || path.startsWith('..') || nameOf(path) === nameOf(page)) return undefined;
  return `/moderation/help/${nameOf(path)}${heading ? `#${heading}` : ''}`;
}

/** A page in addresses, the same in both languages. */
function nameOf(path: string): string {
  const name = path.replace(/^vi\//, '').replace(/\.md$/, '').replaceAll('/', '-');
  return name === 'README' ? 'index' : name;
}

/** A heading in addresses, as GitHub has it too. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
