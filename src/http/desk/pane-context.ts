import type { Moderator } from '../../moderators/moderator.ts';
import { findDecision } from '../../store/queue/decision-log.ts';
import { keysOf } from '../../web/desk/keys.ts';
import { askedFrom } from '../../web/queue/address.ts';
import type { PaneContext } from '../../web/views.ts';
import type { Deps } from '../deps.ts';
import { listSitesOf } from './moderator-sites.ts';
import { newsroomContext } from './newsroom/context.ts';

/** What comments are shown with, in the pane or alone, before anything is known of them. */
export async function paneContext(
  deps: Deps,
  moderator: Moderator,
  query: URLSearchParams,
): Promise<PaneContext> {
  const decidedId = query.get('decided');
  const [sites, decided, newsroom] = await Promise.all([
    listSitesOf(deps, moderator),
    decidedId ? findDecision(deps.database, moderator.sites, decidedId) : undefined,
    newsroomContext(deps, moderator, query.get('act')),
  ]);
  return {
    ...{ moderator, sites, keys: keysOf(moderator), ...newsroom },
    asked: askedFrom(query),
    decided: decided ?? null,
    now: deps.now(),
    ...nothingYet,
  };
}

const nothingYet = {
  alone: false,
  place: null,
  around: null,
  consents: new Map(),
  notice: '',
  failed: null,
  said: null,
  draft: null,
  overtaken: null,
} as const;
