import { sql } from 'kysely';
import { build } from '../database.ts';
import { type Added, insert, type Write } from './insert.ts';
import type { Kind, Moved } from './rows.ts';
import { insertModerators, insertSites, insertWords } from './written-sites.ts';

/** Those kinds of which whoever is there already can be told by a key. */
export type PlainKind = Exclude<Kind, 'comment' | 'report' | 'like'>;

export const writes: { [One in PlainKind]: Write<Moved[One]> } = {
  site: insertSites,
  word: insertWords,
  moderator: insertModerators,
  article: (rows) => [
    insert(
      sql`articles (site_id, key, open, moderation, title, url, said_title, said_url, said_by, said_at, announced_at,
        version, created_at)`,
      sql`value ->> 'site', value ->> 'key', value ->> 'open', value ->> 'moderation', value ->> 'saidTitle',
        value ->> 'saidUrl', value ->> 'saidTitle', value ->> 'saidUrl', value ->> 'saidBy', value ->> 'saidAt',
        value ->> 'announcedAt', (value ->> 'version') - (value ->> 'count'), value ->> 'createdAt'`,
      rows,
    ),
  ],
  alias: (rows) => [setAliases(rows)],
  notice: (rows) => [
    insert(
      sql`notices (site_id, version, text, privacy_url, agreement, since)`,
      sql`value ->> 'site', value ->> 'version', value ->> 'text', value ->> 'privacyUrl', value ->> 'agreement',
        value ->> 'since'`,
      rows,
    ),
  ],
  mailbox: (rows) => [
    insert(
      sql`mailboxes (mailbox, asked_at, refused_at)`,
      sql`value ->> 'mailbox', value ->> 'askedAt', value ->> 'refusedAt'`,
      rows,
    ),
  ],
  'mailbox-answer': (rows) => [
    insert(
      sql`mailbox_answers (site_id, mailbox, answer, answered_at)`,
      sql`value ->> 'site', value ->> 'mailbox', value ->> 'answer', value ->> 'answeredAt'`,
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
      sql`decisions (id, moderator_id, action, undoes, reason, note, filter, created_at, access)`,
      sql`value ->> 'id', value ->> 'moderator', value ->> 'action', value ->> 'undoes', value ->> 'reason',
        value ->> 'note', value ->> 'filter', value ->> 'createdAt', value ->> 'access'`,
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
  act: (rows) => [
    insert(
      sql`acts (id, kind, site_id, moderator_id, undoes, details, created_at, ended_at, access,
        account_id)`,
      sql`value ->> 'id', value ->> 'act', value ->> 'site', value ->> 'moderator', value ->> 'undoes',
        value ->> 'details', value ->> 'createdAt', value ->> 'endedAt', value ->> 'access', value ->> 'account'`,
      rows,
    ),
  ],
  'moved-article': (rows) => [
    insert(
      sql`moved_articles (act_id, position, from_key, to_key, alias, state, article_id, merged_into, swapped)`,
      sql`value ->> 'act', value ->> 'position', value ->> 'from', value ->> 'to', value ->> 'alias',
        value ->> 'state', ${idOf('article')}, ${idOf('into')}, value ->> 'swapped'`,
      rows,
    ),
  ],
  'moved-comment': (rows) => [
    insert(
      sql`moved_comments (act_id, comment_id, article_id)`,
      sql`value ->> 'act', value ->> 'comment', ${idOf('article')}`,
      rows,
    ),
  ],
  imported: (rows) => [
    insert(
      sql`imported_comments (comment_id, act_id, source, source_id)`,
      sql`value ->> 'comment', value ->> 'act', value ->> 'source', value ->> 'sourceId'`,
      rows,
    ),
  ],
  block: (rows) => [
    insert(
      sql`blocks (site_id, sender, moderator_id, created_at, expires_at)`,
      sql`value ->> 'site', value ->> 'sender', value ->> 'moderator', value ->> 'createdAt', value ->> 'expiresAt'`,
      rows,
    ),
  ],
  'sender-note': (rows) => [
    insert(
      sql`sender_notes (id, site_id, sender, moderator_id, text, created_at)`,
      sql`value ->> 'id', value ->> 'site', value ->> 'sender', value ->> 'moderator', value ->> 'text',
        value ->> 'createdAt'`,
      rows,
    ),
  ],
  'sender-hold': (rows) => [
    insert(
      sql`sender_holds (id, site_id, sender, moderator_id, reason, created_at, released_by)`,
      sql`value ->> 'id', value ->> 'site', value ->> 'sender', value ->> 'moderator', value ->> 'reason',
        value ->> 'createdAt', value ->> 'releasedBy'`,
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
};

/** An article that has comments of its own here stays its own. */
function setAliases(rows: readonly Moved['alias'][]): Added {
  return sql<{ added: 1 }>`update articles set version = version - 1, merged_into = (select target.id
      from json_each(${JSON.stringify(rows)}) join articles as target
        on target.site_id = value ->> 'site' and target.key = value ->> 'of'
      where value ->> 'site' = articles.site_id and value ->> 'key' = articles.key)
    where merged_into is null and not exists (select 1 from comments where article_id = articles.id)
      and (site_id, key) in (select value ->> 'site', value ->> 'key' from json_each(${JSON.stringify(rows)}))
    returning 1 as added`.compile(build);
}

const idOf = (name: string) => sql`(select id from articles
  where site_id = value ->> 'site' and key = value ->> ${sql.lit(name)})`;

/** Its reader had it erased here since: what is told of it elsewhere stays erased. */
export const isErased = sql`exists (select 1 from comments
  where id = value ->> 'comment' and author = '' and body = '')`;
