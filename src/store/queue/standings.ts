import { sql } from 'kysely';
import type { Action, State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';
import { claimMs, columnLives } from '../lifetimes.ts';

/** Where a comment stands by now, for a page that shows it. */
export interface QueueStanding {
  id: string;
  state: State;
  version: number;
  decidedBy: string | null;
  action: Action | 'undo' | null;
  /** A colleague who looks at it just now. */
  claimedBy: string | null;
}

export async function readStandings(
  database: Database,
  sites: readonly string[],
  ids: readonly string[],
  moderatorId: string,
  now: number,
): Promise<QueueStanding[]> {
  if (ids.length === 0) return [];
  return database.query(
    sql<QueueStanding>`select comments.id, comments.state, comments.version,
        moderators.name as decidedBy, decisions.action, colleagues.name as claimedBy
      from comments
        left join decided_comments on decided_comments.comment_id = comments.id
          and decided_comments.version = comments.version
        left join decisions on decisions.id = decided_comments.decision_id
        left join moderators on moderators.id = decisions.moderator_id
        left join claims on claims.comment_id = comments.id and ${columnLives('claims.expires_at', now, claimMs)}
          and claims.moderator_id <> ${moderatorId}
        left join moderators as colleagues on colleagues.id = claims.moderator_id
      where comments.id in ${among(ids)} and comments.site_id in ${among(sites)}
      order by comments.id`.compile(build),
  );
}
