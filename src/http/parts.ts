import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { digest } from '../world/hash.ts';
import type { Env } from './deps.ts';

interface Part {
  from: number;
  /** The last byte of it. */
  to: number;
}

/**
 * Answers with bytes or the one part of them that is asked for (RFC 9110, 14): players of sound ask for parts, and some
 * play nothing that is not served so. Several parts at once are answered with all, which is allowed.
 */
export function sendBytes(
  context: Context<Env>,
  bytes: Uint8Array,
  headers: Record<string, string>,
): Response {
  const tag = `"${digest(bytes).slice(0, 22)}"`;
  const always = { ...headers, 'Accept-Ranges': 'bytes', ETag: tag };
  const part = partOf(rangeAsked(context, tag), bytes.length);
  if (!part) {
    return context.body(new Uint8Array(bytes), 200, { ...always, 'Content-Length': String(bytes.length) });
  }
  if (part.from > part.to) throw noSuchPart(context, bytes.length);
  const sent = bytes.slice(part.from, part.to + 1);
  return context.body(new Uint8Array(sent), 206, {
    ...always,
    'Content-Length': String(sent.length),
    'Content-Range': `bytes ${part.from}-${part.to}/${bytes.length}`,
  });
}

/** Whether only a later part is asked for, and not the beginning. */
export function asksForLaterPart(context: Context<Env>): boolean {
  return /^bytes=0*[1-9]\d*-/.test(context.req.header('range') ?? '');
}

/** Only of a GET, and only of what somebody has the first part of. */
function rangeAsked(context: Context<Env>, tag: string): string {
  const { method } = context.req;
  const condition = context.req.header('if-range') ?? tag;
  return method === 'GET' && condition === tag ? (context.req.header('range') ?? '') : '';
}

/** Nothing where all is asked for, or what cannot be read; a part that ends before it begins where there is none. */
function partOf(range: string, size: number): Part | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.replace(/\s/g, '')) ?? [];
  if (from === '') return to === '' ? undefined : { from: Math.max(0, size - Number(to)), to: size - 1 };
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

function noSuchPart(context: Context<Env>, size: number): Problem {
  context.header('Content-Range', `bytes */${size}`);
  return new Problem('no-such-part', {
    vi: 'Không có phần được yêu cầu.',
    en: 'There is no such part.',
  });
}
