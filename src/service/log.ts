import type { Log } from '../http/deps.ts';
import type { LogLevel } from '../settings.ts';

const order = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Writes the lines of one turn of the event loop at once: a line costs little then, and none is lost at the end. */
export function atOnce(write: (text: string) => void): (line: string) => void {
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  process.once('exit', flush);
  return (line) => {
    if (waiting === '') setImmediate(flush);
    waiting += `${line}\n`;
  };
}

/** One JSON object a line, from the level on; never a body, an answer, a session or an address. */
export function jsonLog(from: LogLevel, write: (line: string) => void): Log {
  return (level, event, fields = {}) => {
    if (order.indexOf(level) < order.indexOf(from)) return;
    write(JSON.stringify({ time: isoNow(), level, event, ...fields }));
  };
}

let latest = { at: 0, iso: '' };

/** Written out once a millisecond at most. */
function isoNow(): string {
  const at = Date.now();
  if (at !== latest.at) latest = { at, iso: new Date(at).toISOString() };
  return latest.iso;
}

const repeatMs = 60_000;

/** A line for each cause at once, and one every minute while it lasts, with how often it was met since. */
export function failureLog(log: Log): (failure: Error) => void {
  const causes = new Map<string, { toldAt: number; times: number }>();
  return ({ message: cause }) => {
    const now = performance.now();
    const known = causes.get(cause);
    const times = (known?.times ?? 0) + 1;
    const isNews = !known || now - known.toldAt >= repeatMs;
    if (isNews) log('error', 'the database cannot store or read', { cause, times });
    causes.set(cause, isNews ? { toldAt: now, times: 0 } : { ...known, times });
  };
}
