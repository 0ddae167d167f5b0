import type { D1Database, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { MailBinding } from '../notices/channels/mail-binding.ts';

/** What the Worker is bound to, as `wrangler.toml` has it; besides, any setting of an installation, by its name. */
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
