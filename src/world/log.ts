/** Writes one line: what happened, and what is known of it. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields?: object) => void;
