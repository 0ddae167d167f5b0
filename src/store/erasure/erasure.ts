import { sql } from 'kysely';
import { reindexWords } from '../comments/search-index.ts';
import { build, type Database } from '../database.ts';
import { forgetSketch } from '../filter/sketches.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';
import { noteErasedWords } from './purge.ts';

/**
 * Withdraws a comment, where it is not withdrawn yet, and blanks all that its author gave and all that was said of it,
 * in one write. Its row stays, with what is counted by it, since decisions and answers refer to it.
 */
export async function eraseComment(database: Database, id: string): Promise<void> {
  await database.batch([
    takeStepsOf([id]),
    forgetSketch(id),
    sql`update comments set state = 'withdrawn', version = version + (state <> 'withdrawn'), author = '', body = '',
        email = null, sender = '', fingerprint = '', sketch = '', has_links = 0, appeal = null, appealed_at = null,
        learned = lesson, article_title = '', article_url = ''
      where id = ${id}`.compile(build),
    ...reindexWords(id, '', '', sql`true`),
    sql`update findings set message_vi = '', message_en = '', span_start = null, span_end = null
      where comment_id = ${id}`.compile(build),
    sql`update edits set author_before = '', body_before = '' where comment_id = ${id}`.compile(build),
    sql`update reports set details = '' where comment_id = ${id}`.compile(build),
    sql`update idempotency_keys set request_hash = '' where comment_id = ${id}`.compile(build),
    sql`delete from claims where comment_id = ${id}`.compile(build),
  ]);
  noteErasedWords(database);
}
