import { sql } from 'kysely';
import type { Action, State } from '../../comments/comment.ts';
import { among, build, type Database } from '../database.ts';

/** What brought a comment to where it stands; nobody is named where its author withdrew it. */
export interface LastChange {
  id: string;
  state: State;
  action: Action | 'undo' | 'edit' | null;
  by: string | null;
  at: number | null;
}

/** The decision that made a comment's version; else the last edit, which has no version of its own. */
export async function readLastChanges(
  database: Database,
  sites: readonly string[],
  ids: readonly string[],
): Promise<LastChange[]> {
  if (ids.length === 0) return [];
  return database.query(
    sql<LastChange>`select comments.id, comments.state,
        coalesce(decisions.action, iif(edits.id is null, null, 'edit')) as action,
        coalesce(deciders.name, editors.name) as "by", coalesce(decisions.created_at, edits.created_at) as "at"
      from comments
        left join decided_comments as decided
          on decided.comment_id = comments.id and decided.version = comments.version
        left join decisions on decisions.id = decided.decision_id
        left join moderators as deciders on deciders.id = decisions.moderator_id
        left join edits on decisions.id is null and comments.state = 'pending' and edits.id =
          (select id from edits where comment_id = comments.id order by created_at desc limit 1)
        left join moderators as editors on editors.id = edits.moderator_id
      where comments.id in ${among(ids)} and comments.site_id in ${among(sites)}
      order by comments.id`.compile(build),
  );
}
