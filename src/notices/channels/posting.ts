import { hourMs } from '../../world/clock.ts';

export interface Posted {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** How long it may take in all; five seconds where nobody says. */
  withinMs?: number;
}

export interface Answer {
  status: number;
  /** The first 64 kB of it. */
  body: string;
  /** How long it asks to be left alone. */
  retryAfterMs: number;
}

/** Sends a POST outside. Rejects where nothing was answered in time, and where the address leads nowhere outside. */
export type Post = (posted: Posted) => Promise<Answer>;

export const postMs = 5000;
export const mostAnswered = 64 * 1024;

const longestAskedMs = hourMs;

/** Seconds or a date, as RFC 9110 has it; at most an hour, since who asks for more would be told nothing any more. */
export function retryAfterMs(header: string | null | undefined, now = Date.now()): number {
  if (!header) return 0;
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return ms > 0 ? Math.min(Math.ceil(ms), longestAskedMs) : 0;
}
