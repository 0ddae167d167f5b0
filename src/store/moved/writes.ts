import { sql } from 'kysely';
import { insert, type Write } from './insert.ts';
import type { Kind, Moved } from './rows.ts';
import { insertModerators, insertSites, insertWords } from './written-sites.ts';

/** Those kinds of which whoever is there already can be told by a key. */
export type PlainKind = Exclude<Kind, 'comment' | 'report'>;

export const writes: { [One in PlainKind]: Write<Moved[One]> } = {
  site: insertSites,
  word: insertWords,
  moderator: insertModerators,
  article: (rows) => [
    insert(
      sql`articles (site_id, key, open, version, created_at)`,
      sql`value ->> 'site', value ->> 'key', value ->> 'open',
        (value ->> 'version') - (value ->> 'count'), value ->> 'createdAt'`,
      rows,
    ),
  ],
  evidence: (rows) => [
    insert(
      sql`kept_evidence (comment_id, author, body, taken_back_at)`,
      sql`value ->> 'comment', value ->> 'author', value ->> 'body', value ->> 'takenBackAt'`,
      rows,
      sql`exists (select 1 from comments where id = value ->> 'comment' and state = 'withdrawn')`,
    ),
  ],
  edit: (rows) => [
    insert(
      sql`edits (id, comment_id, moderator_id, author_before, body_before, created_at)`,
      sql`value ->> 'id', value ->> 'comment', value ->> 'moderator',
        iif(${isErased}, '', value ->> 'authorBefore'), iif(${isErased}, '', value ->> 'bodyBefore'),
        value ->> 'createdAt'`,
      rows,
    ),
  ],
  decision: (rows) => [
    insert(
      sql`decisions (id, moderator_id, action, undoes, reason, note, filter, created_at)`,
      sql`value ->> 'id', value ->> 'moderator', value ->> 'action', value ->> 'undoes', value ->> 'reason',
        value ->> 'note', value ->> 'filter', value ->> 'createdAt'`,
      rows,
    ),
  ],
  decided: (rows) => [
    insert(
      sql`decided_comments (decision_id, comment_id, version, from_state, to_state, from_lesson, to_lesson)`,
      sql`value ->> 'decision', value ->> 'comment', value ->> 'version', value ->> 'from', value ->> 'to',
        value ->> 'fromLesson', value ->> 'toLesson'`,
      rows,
      sql`not exists (select 1 from comments where id = value ->> 'comment'
        and (version < value ->> 'version' or (version = value ->> 'version' and state <> value ->> 'to')))`,
    ),
  ],
  block: (rows) => [
    insert(
      sql`blocks (site_id, sender, moderator_id, created_at, expires_at)`,
      sql`value ->> 'site', value ->> 'sender', value ->> 'moderator', value ->> 'createdAt', value ->> 'expiresAt'`,
      rows,
    ),
  ],
  'sender-key': (rows) => [
    insert(
      sql`sender_keys (site_id, key, created_at)`,
      sql`value ->> 'site', value ->> 'key', value ->> 'createdAt'`,
      rows,
    ),
  ],
  feature: (rows) => [
    insert(
      sql`learned_features (site_id, feature, publish, reject, spam)`,
      sql`value ->> 'site', value ->> 'feature', value ->> 'publish', value ->> 'reject', value ->> 'spam'`,
      rows,
    ),
  ],
};

/** Its reader had it erased here since: what is told of it elsewhere stays erased. */
export const isErased = sql`exists (select 1 from comments
  where id = value ->> 'comment' and author = '' and body = '')`;
