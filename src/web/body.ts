import { html } from 'hono/html';
import { LinkifyIt } from 'linkify-it';
import type { Finding, Span } from '../filter/finding.ts';
import type { Language } from '../language/language.ts';
import type { Html } from './layout.ts';
import { ruleName } from './rule-names.ts';

const linkify = new LinkifyIt();

/** Plain text as a reader sees it: line breaks kept, web addresses linked, nothing else is markup. */
export function renderBody(text: string): Html {
  const parts: Html[] = [];
  let done = 0;
  for (const { start, end } of findAddresses(text)) {
    const address = text.slice(start, end);
    parts.push(renderLines(text.slice(done, start)));
    parts.push(html`<a href="${address}" rel="nofollow ugc noopener" target="_blank">${address}</a>`);
    done = end;
  }
  return html`${parts}${renderLines(text.slice(done))}`;
}

/** What is marked in a text: what the filter points at, and what was searched for. */
export interface Pointed {
  findings?: readonly Finding[];
  found?: readonly Span[];
  language: Language;
}

/** Plain text as a moderator sees it: what is pointed at is marked, and by which rule is told; no links to slip on. */
export function renderMarked(text: string, { findings = [], found = [], language }: Pointed): Html {
  const composed = text.normalize('NFC');
  const spans = [...spansOf(composed, findings), ...found.map((span) => ({ ...span, rules: [] }))];
  const parts: Html[] = [];
  let done = 0;
  for (const { start, end, rules } of mergeSpans(spans)) {
    parts.push(renderLines(composed.slice(done, start)));
    parts.push(mark(composed.slice(start, end), rules, language));
    done = end;
  }
  return html`${parts}${renderLines(composed.slice(done))}`;
}

function mark(text: string, rules: readonly string[], language: Language): Html {
  if (rules.length === 0) return html`<mark class="found">${renderLines(text)}</mark>`;
  const names = rules.map((rule) => ruleName(rule, language));
  return html`<mark title="${names.join(', ')}">${renderLines(text)}</mark>`;
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

function mergeSpans(spans: readonly MarkedSpan[]): MarkedSpan[] {
  const merged: MarkedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) {
      merged.push({ ...span });
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

/** Web addresses, also where no space stands before them; where one ends is for the library to say. */
function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  const scheme = /https?:(?=\/\/)/gi;
  for (let match = scheme.exec(text); match; match = scheme.exec(text)) {
    const start = match.index;
    const end = scheme.lastIndex + linkify.testSchemaAt(text, match[0], scheme.lastIndex);
    if (end === scheme.lastIndex || !URL.canParse(text.slice(start, end))) continue;
    found.push({ start, end });
    scheme.lastIndex = end;
  }
  return found;
}

function renderLines(text: string): Html {
  const [first = '', ...rest] = text.split('\n');
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}

const shortLength = 160;

/** The text in one line, its beginning only where it is long. */
export function shorten(text: string, most = shortLength): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
}
