import type { Context, MiddlewareHandler } from 'hono';
import type { Standing } from '../comments/receipt.ts';
import type { Language } from '../language/language.ts';
import type { Moderator } from '../moderators/moderator.ts';
import type { ProviderSettings } from '../moderators/oidc/settings.ts';
import type { Reach } from '../notices/channels/target.ts';
import type { Site } from '../sites/site.ts';
import type { Log } from '../world/log.ts';
import type { World } from '../world/world.ts';
import type { Edge } from './edge/cache.ts';
import type { MetricsAccess } from './metrics/routes.ts';
import type { Keepable } from './ready/ready-answers.ts';

/** What the HTTP side needs of its entry, beyond the world of the core. */
export interface Deps extends World {
  /** What readers' browsers see: an origin, and the path below it where the service has one; no final slash. */
  publicUrl: string;
  /** Peers whose forwarding headers count: addresses or CIDR ranges. Absent where the platform tells the address. */
  trustedProxies?: readonly string[];
  /** The address at the other end of the connection. */
  peerAddress: (context: Context) => string;
  /** Answers with a file for browsers, or with 404. */
  asset: MiddlewareHandler;
  /** A built page of the documentation by its path, such as `vi/filter.json`; nothing where there is none. */
  help: (path: string) => Promise<string | undefined>;
  log: Log;
  /** Resolves when the next change may begin, or be told that it is stored; absent where one request cannot wait for another. */
  turn?: () => Promise<void>;
  /** As `inTurn`, for sign-ins; absent where one request cannot wait for another. */
  signInTurn?: World['inTurn'];
  /** Compresses an answer, where the platform does not do so by itself. */
  compress?: MiddlewareHandler;
  /** Resolves once all that was written by now is on the disk; rejects with StorageFailure. */
  settled: () => Promise<void>;
  /** Whether what is new is to be refused, since we end. */
  isStopping?: () => boolean;
  /** Where answers are shared with others who serve beside, in place of a memory of one's own. */
  edge?: Edge;
  /** How one signs in; absent where it is by passwords alone. */
  access?: Access;
  /** Where this service may tell what happens. */
  reach: Reach;
  /** How numbers are read; absent where nothing is said of it. */
  metrics?: MetricsAccess;
  /** Limits of the platform, asked before ours. */
  limits?: { posting: Limit; challenges: Limit };
}

export interface Access {
  passwords: boolean;
  provider?: ProviderSettings;
}

/** Whether one more request of this key is within a limit that the platform counts. */
export type Limit = (key: string) => Promise<boolean>;

/** What middleware leaves for the handlers behind it. */
export interface Variables {
  requestId: string;
  language: Language;
  site: Site;
  moderator: Moderator;
  /** The form that was sent, so that a refusal can give back what was typed. */
  form: URLSearchParams;
  /** Where the comment stands whose receipt is in the address. */
  standing: Standing;
  /** Set where the answer may be kept ready for others. */
  keepable: Keepable;
  /** The origins that may frame this page beside our own; nobody may where it is not set, anybody with `*`. */
  frameAncestors: readonly string[] | '*';
}

export interface Env {
  Variables: Variables;
}
