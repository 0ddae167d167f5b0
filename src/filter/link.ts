import type { Span } from './finding.ts';
import { clearEndings, doubtfulEndings } from './lists/link-endings.ts';
import { entriesOf } from './phrases.ts';

export interface Link extends Span {
  /** In lower case, without `www.`, user or port. */
  host: string;
}

/** The links of a text, with or without `https://`; addresses of mail are none. One pass, no backtracking. */
export function linksOf(text: string): Link[] {
  const links: Link[] = [];
  const candidate = new RegExp(candidates);
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const link = linkAt(text, match.index, match[0]);
    if (!link) continue;
    links.push(link);
    candidate.lastIndex = Math.max(link.end, candidate.lastIndex);
  }
  return links;
}

// Either alternative takes all it can and cannot fail after its first step, so the scan stays linear.
const candidates = /https?:\/\/(?:(?!https?:\/\/)[^\s<>",;|])+|[\p{L}\p{N}_@-]+(?:\.[\p{L}\p{N}_@-]+)*/giu;

function linkAt(text: string, start: number, found: string): Link | undefined {
  if (/^https?:\/\//i.test(found)) return withScheme(text, start, found);
  const after = start + found.length;
  if (!isHost(found, text[after] === '/')) return undefined;
  return { host: bare(found), start, end: closedEnd(text, start, after + pathAt(text, after).length) };
}

function withScheme(text: string, start: number, found: string): Link | undefined {
  const authority = found.replace(/^https?:\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
  // What stands before an @ is a user: https://vnexpress.net@evil.example is a link to evil.example.
  const host = bare(authority.slice(authority.lastIndexOf('@') + 1).split(':', 1)[0] ?? '');
  if (!/[\p{L}\p{N}]/u.test(host)) return undefined;
  return { host, start, end: closedEnd(text, start, start + found.length) };
}

function pathAt(text: string, at: number): string {
  const path = /[/?#:](?:(?!https?:\/\/)[^\s<>",;|])*/iy;
  path.lastIndex = at;
  return path.exec(text)?.[0] ?? '';
}

const clear = new Set(entriesOf(clearEndings));
const doubtful = new Set(entriesOf(doubtfulEndings));

function isHost(found: string, hasPath: boolean): boolean {
  const labels = found.split('.');
  const ending = labels.at(-1) ?? '';
  if (labels.length < 2 || found.includes('@') || !/[a-z]/i.test(found)) return false;
  if (hasPath || /^www\./i.test(found)) return isEnding(ending);
  // "xong.Shop ơi" is a full stop without its space, and so is "rồi.net này".
  return clear.has(ending.toLowerCase()) && !/^[A-Z][a-z]/.test(ending) && /^[\w.-]+$/.test(found);
}

function isEnding(ending: string): boolean {
  return clear.has(ending.toLowerCase()) || doubtful.has(ending.toLowerCase());
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

// A loop, as /[.,)]+$/ takes quadratic time on a long run of dots.
function closedEnd(text: string, start: number, end: number): number {
  while (end > start + 1 && ".:!?)]}'”’»…".includes(text[end - 1] ?? ' ')) end--;
  return end;
}
