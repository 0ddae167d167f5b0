import { html } from 'hono/html';
import { LinkifyIt } from 'linkify-it';
import type { Finding, Span } from '../filter/finding.ts';
import type { Html } from './layout.ts';

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null);

/** Plain text as a reader sees it: line breaks kept, web addresses linked, nothing else is markup. */
export function renderBody(text: string): Html {
  const parts: Html[] = [];
  let done = 0;
  for (const link of linkify.match(text) ?? []) {
    if (!isWebAddress(link.url)) continue;
    parts.push(renderLines(text.slice(done, link.index)));
    parts.push(html`<a href="${link.url}" rel="nofollow ugc noopener" target="_blank">${link.raw}</a>`);
    done = link.lastIndex;
  }
  return html`${parts}${renderLines(text.slice(done))}`;
}

/** Plain text as a moderator sees it: what the findings point at is marked and named; no links to slip on. */
export function renderMarked(text: string, findings: readonly Finding[]): Html {
  const composed = text.normalize('NFC');
  const parts: Html[] = [];
  let done = 0;
  for (const { start, end, rules } of mergeSpans(composed, findings)) {
    parts.push(renderLines(composed.slice(done, start)));
    parts.push(html`<mark title="${rules.join(', ')}">${renderLines(composed.slice(start, end))}</mark>`);
    done = end;
  }
  return html`${parts}${renderLines(composed.slice(done))}`;
}

/** The piece of the text that a finding is about, if it is about a piece. */
export function excerptOf(text: string, finding: Finding): string | undefined {
  const composed = text.normalize('NFC');
  const [span] = spansOf(composed, [finding]);
  return span && composed.slice(span.start, span.end);
}

interface MarkedSpan extends Span {
  rules: string[];
}

function mergeSpans(text: string, findings: readonly Finding[]): MarkedSpan[] {
  const merged: MarkedSpan[] = [];
  for (const span of spansOf(text, findings).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) {
      merged.push(span);
      continue;
    }
    last.end = Math.max(last.end, span.end);
    last.rules = [...new Set([...last.rules, ...span.rules])];
  }
  return merged;
}

function spansOf(text: string, findings: readonly Finding[]): MarkedSpan[] {
  return findings.flatMap(({ rule, start, end }) => {
    if (start === undefined || end === undefined) return [];
    const from = splitsPair(text, start) ? start - 1 : Math.max(start, 0);
    const to = splitsPair(text, end) ? end + 1 : Math.min(end, text.length);
    return from < to ? [{ start: from, end: to, rules: [rule] }] : [];
  });
}

/** Whether the offset falls between the two halves of one character. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

function renderLines(text: string): Html {
  const [first = '', ...rest] = text.split('\n');
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}

const shortLength = 160;

/** The text in one line, its beginning only where it is long. */
export function shorten(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > shortLength ? `${letters.slice(0, shortLength).join('')}…` : letters.join('');
}
