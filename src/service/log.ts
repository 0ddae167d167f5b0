import type { LogLevel } from '../settings.ts';
import type { Log } from '../world/log.ts';

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
const mostCauses = 100;

/**
 * Lines that name a `cause` are written at once, and while it lasts no oftener than once a minute, with how many `times`
 * it was met since the last: what fails at every request fills no log.
 */
export function calm(log: Log, clock = () => performance.now()): Log {
  const known = new Map<string, { toldAt: number; times: number }>();
  return (level, event, fields = {}) => {
    if (!('cause' in fields)) return log(level, event, fields);
    const key = `${event} ${fields.cause}`;
    const now = clock();
    const before = known.get(key) ?? { toldAt: Number.NEGATIVE_INFINITY, times: 0 };
    const times = before.times + 1;
    const isDue = now - before.toldAt >= repeatMs;
    if (isDue) log(level, event, { ...fields, times });
    known.set(key, isDue ? { toldAt: now, times: 0 } : { ...before, times });
    for (const oldest of known.keys()) if (known.size > mostCauses) known.delete(oldest);
  };
}
