export interface Posted {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
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

/** Whole seconds, at most a day. */
export function retryAfterMs(header: string | null | undefined): number {
  return /^\d{1,6}$/.test(header ?? '') ? Math.min(Number(header), 86_400) * 1000 : 0;
}
