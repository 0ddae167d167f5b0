import type { Log } from './http/deps.ts';
import type { LogLevel } from './settings.ts';

const order = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** One JSON object a line, from the level on; never a body, an answer, a session or an address. */
export function jsonLog(from: LogLevel, write: (line: string) => void): Log {
  return (level, event, fields = {}) => {
    if (order.indexOf(level) < order.indexOf(from)) return;
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
  };
}
