import { type RawBuilder, sql } from 'kysely';
import { listComments } from './listed-comments.ts';
import { listModerators, listSites } from './listed-sites.ts';
import type { Kind, Moved } from './rows.ts';
import { type Listing, listing, ofItsSite } from './source.ts';

/** Of a table that names a comment. */
const ofItsComment = (site: string) =>
  sql`(select site_id from comments where comments.id = comment_id) = ${site}`;

const hasDecided = (site: string) => sql`exists (select 1 from decided_comments as decided
  join comments on comments.id = decided.comment_id and comments.site_id = ${site}
  where decided.decision_id = decisions.id)`;

/** A listing whose columns are the row already. */
function plain<Row extends object>(
  table: string,
  key: readonly [string, string?],
  columns: RawBuilder<unknown>,
  ofSite: (site: string) => RawBuilder<unknown> = ofItsSite,
): Listing<Row> {
  return listing<Row, Row>({ tables: sql.table(table), key, columns, ofSite, toRow: (row) => row });
}

/** What an article is told apart by, instead of its number. */
const keyOf = (id: RawBuilder<unknown>) =>
  sql`(select of_it.key from articles as of_it where of_it.id = ${id})`;

type RawMovedArticle = Omit<Moved['moved-article'], 'alias' | 'swapped'> & { alias: 0 | 1; swapped: 0 | 1 };

export const listings: { [One in Kind]: Listing<Moved[One]> } = {
  site: listSites,
  word: plain<Moved['word']>(
    'site_words',
    ['site_id', 'word'],
    sql`site_id as site, word, effect, created_at as "createdAt"`,
  ),
  moderator: listModerators,
  article: listing<Omit<Moved['article'], 'open'> & { open: 0 | 1 }, Moved['article']>({
    tables: sql`articles`,
    key: ['id'],
    columns: sql`site_id as site, key, title, url, open, moderation, said_title as "saidTitle", said_url as "saidUrl",
      said_by as "saidBy", said_at as "saidAt", announced_at as "announcedAt", published_count as count, version,
      created_at as "createdAt"`,
    ofSite: ofItsSite,
    toRow: (row) => ({ ...row, open: row.open === 1 }),
  }),
  alias: listing<Moved['alias'], Moved['alias']>({
    tables: sql`(select id, site_id, key, merged_into from articles where merged_into is not null) as led`,
    key: ['id'],
    columns: sql`site_id as site, key, ${keyOf(sql`led.merged_into`)} as "of"`,
    ofSite: ofItsSite,
    toRow: (row) => row,
  }),
  notice: plain<Moved['notice']>(
    'notices',
    ['site_id', 'version'],
    sql`site_id as site, version, text, privacy_url as "privacyUrl", agreement, since`,
  ),
  // A no to all is of every site: also of one that moves alone.
  mailbox: plain<Moved['mailbox']>(
    'mailboxes',
    ['mailbox'],
    sql`mailbox, asked_at as "askedAt", refused_at as "refusedAt"`,
    (site) => sql`(refused_at is not null
      or exists (select 1 from followed_comments as followed
        where followed.mailbox = mailboxes.mailbox and followed.site_id = ${site}))`,
  ),
  'mailbox-answer': plain<Moved['mailbox-answer']>(
    'mailbox_answers',
    ['site_id', 'mailbox'],
    sql`site_id as site, mailbox, answer, answered_at as "answeredAt"`,
  ),
  comment: listComments,
  evidence: plain<Moved['evidence']>(
    'kept_evidence',
    ['comment_id'],
    sql`comment_id as comment, author, body, taken_back_at as "takenBackAt"`,
    ofItsComment,
  ),
  edit: plain<Moved['edit']>(
    'edits',
    ['rowid'],
    sql`id, comment_id as comment, moderator_id as moderator, author_before as "authorBefore",
      body_before as "bodyBefore", created_at as "createdAt"`,
    ofItsComment,
  ),
  decision: plain<Moved['decision']>(
    'decisions',
    ['rowid'],
    sql`id, moderator_id as moderator, action, undoes, reason, note, filter,
      created_at as "createdAt", access`,
    hasDecided,
  ),
  decided: plain<Moved['decided']>(
    'decided_comments',
    ['decision_id', 'comment_id'],
    sql`decision_id as decision, comment_id as comment, version, from_state as "from", to_state as "to",
      from_lesson as "fromLesson", to_lesson as "toLesson"`,
    ofItsComment,
  ),
  report: plain<Moved['report']>(
    'reports',
    ['comment_id', 'sender'],
    sql`comment_id as comment, sender, reason, details, settled_by as "settledBy", created_at as "createdAt"`,
    ofItsComment,
  ),
  like: plain<Moved['like']>(
    'likes',
    ['comment_id', 'sender'],
    sql`comment_id as comment, sender, created_at as "createdAt"`,
  ),
  // That keys were folded, that the service made the first site, and what was taken from a database and put into it as a
  // whole, is said of that one alone.
  act: listing<Moved['act'], Moved['act']>({
    tables: sql`(select rowid, * from acts where kind not in ('fold', 'export', 'backup', 'put-back')
      and not (kind = 'import' and site_id is null) and not (kind = 'site-add' and access is 'service'))`,
    key: ['rowid'],
    columns: sql`id, kind as act, site_id as site, moderator_id as moderator, undoes, details, created_at as "createdAt",
      ended_at as "endedAt", access, account_id as account`,
    ofSite: ofItsSite,
    toRow: (row) => row,
  }),
  'moved-article': listing<RawMovedArticle, Moved['moved-article']>({
    tables: sql`(select moved_articles.*, acts.site_id from moved_articles join acts on acts.id = act_id) as moved`,
    key: ['act_id', 'position'],
    columns: sql`act_id as act, position, from_key as "from", to_key as "to", alias, state, site_id as site,
      ${keyOf(sql`moved.article_id`)} as article, ${keyOf(sql`moved.merged_into`)} as "into", swapped`,
    ofSite: ofItsSite,
    toRow: (row) => ({ ...row, alias: row.alias === 1, swapped: row.swapped === 1 }),
  }),
  'moved-comment': plain<Moved['moved-comment']>(
    'moved_comments',
    ['act_id', 'comment_id'],
    sql`act_id as act, comment_id as comment,
      (select site_id from articles where id = article_id) as site, ${keyOf(sql`moved_comments.article_id`)} as article`,
    ofItsComment,
  ),
  imported: plain<Moved['imported']>(
    'imported_comments',
    ['comment_id'],
    sql`act_id as act, comment_id as comment, source, source_id as "sourceId"`,
    ofItsComment,
  ),
  block: plain<Moved['block']>(
    'blocks',
    ['site_id', 'sender'],
    sql`site_id as site, sender, moderator_id as moderator, created_at as "createdAt", expires_at as "expiresAt"`,
  ),
  'sender-note': plain<Moved['sender-note']>(
    'sender_notes',
    ['rowid'],
    sql`id, site_id as site, sender, moderator_id as moderator, text, created_at as "createdAt"`,
  ),
  'sender-hold': plain<Moved['sender-hold']>(
    'sender_holds',
    ['rowid'],
    sql`id, site_id as site, sender, moderator_id as moderator, reason, created_at as "createdAt",
      released_by as "releasedBy"`,
  ),
  'sender-key': plain<Moved['sender-key']>(
    'sender_keys',
    ['site_id', 'created_at'],
    sql`site_id as site, key, created_at as "createdAt"`,
  ),
};
