import type { Span } from './finding.ts';
import { entriesOf } from './lexicon.ts';
import { cheapEndings, clearEndings, doubtfulEndings } from './lists/link-endings.ts';
import type { Reading } from './reading.ts';
import { touching } from './site-words.ts';

export interface Link extends Span {
  /** In lower case, without `www.`, user or port. */
  host: string;
  /** Whether it was written so that a filter would miss it. */
  hidden: boolean;
}

/** The links of a text, with or without `https://`, and the disguised ones; addresses of mail are none. */
export function linksOf(reading: Reading): readonly Link[] {
  const known = memory.get(reading);
  if (known) return known;
  const plain = plainLinks(reading);
  const brokenUp = brokenLinks(reading).filter((link) => touching(plain, link).length === 0);
  const links = [...plain, ...brokenUp].sort((a, b) => a.start - b.start);
  memory.set(reading, links);
  return links;
}

/** Several rules ask for the links of one text. */
const memory = new WeakMap<Reading, readonly Link[]>();

const scheme = /^h(?:tt|xx|tx|xt)ps?:\/\//;

// Either alternative takes all it can and cannot fail after its first step, so the scan stays linear.
const candidates =
  /h(?:tt|xx|tx|xt)ps?:\/\/(?:(?!h(?:tt|xx|tx|xt)ps?:\/\/)[^\s<>",;|[\]])+|(?:(?!h(?:tt|xx|tx|xt)ps?:\/\/)[\p{L}\p{N}_@-])+(?:\.(?:(?!h(?:tt|xx|tx|xt)ps?:\/\/)[\p{L}\p{N}_@-])+)*/gu;

const mayBePlain = /\.[^.\s]|:\/\//;

function plainLinks(reading: Reading): Link[] {
  const links: Link[] = [];
  if (!mayBePlain.test(reading.canonical)) return links;
  for (const { 0: chunk, index } of reading.canonical.matchAll(/\S+/g))
    if (mayBePlain.test(chunk)) findWithin(links, reading, index, index + chunk.length);
  return links;
}

function findWithin(links: Link[], reading: Reading, from: number, to: number): void {
  const candidate = new RegExp(candidates);
  const text = reading.canonical;
  candidate.lastIndex = from;
  for (let match = candidate.exec(text); match && match.index < to; match = candidate.exec(text)) {
    const found = scheme.test(match[0])
      ? withScheme(match[0])
      : withoutScheme(reading, match.index, match[0]);
    if (!found) continue;
    const end = closedEnd(text, match.index, match.index + found.length);
    links.push({ host: found.host, ...placed(reading, match.index, end) });
    candidate.lastIndex = Math.max(end, candidate.lastIndex);
  }
}

function placed(reading: Reading, from: number, to: number): Span & { hidden: boolean } {
  const start = reading.starts[from] ?? 0;
  const end = reading.ends[to - 1] ?? 0;
  const meant = reading.canonical.slice(from, to);
  const typed = reading.text.slice(start, end).toLowerCase();
  const plain = typed === meant || typed.normalize('NFC') === meant;
  return { start, end, hidden: !plain || /^h(?:xx|tx|xt)p/.test(meant) };
}

function withScheme(found: string): { host: string; length: number } | undefined {
  const authority = found.replace(scheme, '').split(/[/?#]/, 1)[0] ?? '';
  // What stands before an @ is a user: https://vnexpress.net@evil.example is a link to evil.example.
  const host = bare(authority.slice(authority.lastIndexOf('@') + 1).split(':', 1)[0] ?? '');
  return /[\p{L}\p{N}]/u.test(host) ? { host, length: found.length } : undefined;
}

function withoutScheme(
  reading: Reading,
  at: number,
  found: string,
): { host: string; length: number } | undefined {
  const after = at + found.length;
  if (!isHost(reading, at, found, reading.canonical[after] === '/')) return undefined;
  return { host: bare(found), length: found.length + pathAt(reading.canonical, after).length };
}

function pathAt(text: string, at: number): string {
  const path = /[/?#:](?:(?!https?:\/\/)[^\s<>",;|[\]])*/y;
  path.lastIndex = at;
  return path.exec(text)?.[0] ?? '';
}

const clear = new Set(entriesOf(clearEndings));
const doubtful = new Set(entriesOf(doubtfulEndings));
const cheap = new Set(entriesOf(cheapEndings));

function isHost(reading: Reading, at: number, found: string, hasPath: boolean): boolean {
  const dot = found.lastIndexOf('.');
  const ending = found.slice(dot + 1);
  if (dot < 0 || found.includes('@') || !/[a-z]/.test(found)) return false;
  if (hasPath || found.startsWith('www.')) return isEnding(ending);
  // "xong.Shop ơi" is a full stop without its space, and so is "rồi.net này".
  return clear.has(ending) && !startsSentence(reading, at + dot + 1) && /^[\w.-]+$/.test(found);
}

function startsSentence({ text, starts }: Reading, at: number): boolean {
  return /^[A-Z][a-z]/.test(text.slice(starts[at], (starts[at] ?? 0) + 2));
}

function isEnding(ending: string): boolean {
  return clear.has(ending) || doubtful.has(ending);
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

/** Whether a host looks bought for a day: a cheap ending, and a digit or a hyphen in its name. */
export function isCheap({ host }: Link): boolean {
  return cheap.has(host.slice(host.lastIndexOf('.') + 1)) && /[\d-]/.test(host);
}

// A dot in brackets, by its name, or with spaces at it.
const brokenDots =
  /[[({<] ?(?:\.|dot|d0t|chấm|cham|punkt) ?[\])}>]| (?:dot|d0t|chấm|cham) | ?\. | \.(?=[a-z])/g;

const mayBeBroken = /[[({<] ?[.dcp]| d[o0]t | ch[ấa]m | \./;

/** Links of which the dot was broken up: "kuwin dot vip", "kuwin[.]vip", "kuwin . vip". */
function brokenLinks(reading: Reading): Link[] {
  const links: Link[] = [];
  const text = reading.canonical;
  if (!mayBeBroken.test(text)) return links;
  for (const { 0: dot, index } of text.matchAll(brokenDots)) {
    const name = nameBefore(text, index);
    const ending = endingAfter(text, index + dot.length);
    if (!ending || !isBroken(name, dot, ending)) continue;
    const from = index - name.length;
    const to = index + dot.length + ending.length;
    const path = pathAt(text, to);
    links.push({ host: `${name}.${ending}`, ...placed(reading, from, to + path.length), hidden: true });
  }
  return links;
}

const longestLabel = 63;

function nameBefore(text: string, end: number): string {
  let from = end;
  while (from > 0 && end - from < longestLabel && /[a-z0-9.-]/.test(text[from - 1] ?? '')) from--;
  return text.slice(from, end);
}

function endingAfter(text: string, at: number): string | undefined {
  const ending = /[a-z]{2,10}(?![\p{L}\p{N}])/uy;
  ending.lastIndex = at;
  const found = ending.exec(text)?.[0];
  return found !== undefined && isEnding(found) ? found : undefined;
}

const oldEndings = new Set(['com', 'net', 'org', 'vn', 'info', 'biz']);
const notNames = new Set([
  'the',
  'this',
  'that',
  'and',
  'bong',
  'bang',
  'nay',
  'roi',
  'khong',
  'hay',
  'qua',
  'lam',
]);

function isBroken(name: string, dot: string, ending: string): boolean {
  if (name.length < 3 || !/[a-z]/.test(name) || notNames.has(name)) return false;
  if (/[[({<]/.test(dot)) return true;
  const odd = /\d/.test(name) || (name.includes('-') && name.length > 5);
  if (dot.trim() !== '.') return (odd || oldEndings.has(ending) || cheap.has(ending)) && clear.has(ending);
  if (dot === '. ') return odd && cheap.has(ending) && /[a-z]\d|\d[a-z]/.test(name);
  return (odd && clear.has(ending)) || ((oldEndings.has(ending) || cheap.has(ending)) && name.length > 4);
}

// A loop, as /[.,)]+$/ takes quadratic time on a long run of dots.
function closedEnd(text: string, start: number, end: number): number {
  while (end > start + 1 && ".:!?)]}'”’»…".includes(text[end - 1] ?? ' ')) end--;
  return end;
}
