import type { D1Database, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { Access } from '../http/deps.ts';
import { bindingMail, type MailBinding } from '../notices/channels/mail-by-binding.ts';
import { accessOf, isLoopback, type LogLevel, readSettings } from '../settings.ts';
import { jsonLog } from './log.ts';

/** What the Worker is bound to in `wrangler.toml`. */
export interface Bindings {
  DB: D1Database;
  ASSETS: Fetcher;
  SECRET?: string;
  OLD_SECRET?: string;
  PUBLIC_URL?: string;
  LOG_LEVEL?: string;
  MAIL_FROM?: string;
  EMAIL?: MailBinding;
  TELLING?: Wakes;
  POSTING_LIMIT?: RateLimit;
  CHALLENGE_LIMIT?: RateLimit;
}

/** A queue whose messages say nothing but that there is something to tell. */
interface Wakes {
  send(message: object): Promise<unknown>;
}

export interface Settings {
  SECRET: string;
  OLD_SECRET: string | undefined;
  PUBLIC_URL: string;
  LOG_LEVEL: LogLevel;
  MAIL_FROM: string | undefined;
  JUDGE_ADDRESSES: string[];
  access: Access;
}

let known: Settings | { fault: string } | undefined;

/** Read once for each isolate, so that what is wrong with them is logged once. Nothing of a request stands in for one. */
export function settingsOf(bindings: Bindings): Settings | { fault: string } {
  known ??= readBindings(bindings);
  return known;
}

function readBindings(bindings: Bindings): Settings | { fault: string } {
  try {
    const settings = readSettings({ ...strings(bindings) });
    const { SECRET, OLD_SECRET, PUBLIC_URL, LOG_LEVEL, MAIL_FROM, JUDGE_ADDRESSES } = settings;
    if (!SECRET) throw new Error('SECRET is not set: npx wrangler secret put SECRET');
    if (!PUBLIC_URL) throw new Error('PUBLIC_URL is not set: name in wrangler.toml what browsers see');
    return {
      SECRET,
      OLD_SECRET,
      PUBLIC_URL,
      LOG_LEVEL,
      MAIL_FROM,
      JUDGE_ADDRESSES,
      access: accessOf(settings),
    };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    jsonLog('error', console.log)('error', 'every request is refused', { cause: fault });
    return { fault };
  }
}

export function reachOf(publicUrl: string) {
  return { loopback: isLoopback(publicUrl) };
}

export function mailBy({ EMAIL }: Bindings, { MAIL_FROM }: Settings) {
  return EMAIL && MAIL_FROM ? bindingMail(EMAIL, MAIL_FROM) : undefined;
}

function strings(bindings: Bindings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
