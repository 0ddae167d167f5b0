import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { dropLikes } from '../comments/likes.ts';
import { clearWords } from '../comments/search-index.ts';
import { build, type Database } from '../database.ts';
import { forgetSketches } from '../filter/sketches.ts';
import { noteWithdrawal } from '../notices/events.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';
import { forgetNotesOn } from '../senders/notes.ts';
import { dropEvidence, keepEvidence } from './evidence.ts';
import { noteErasedWords } from './purge.ts';

export interface Erasing {
  now: number;
  /** Also what moderators have not settled yet, and by which the sender is known: else both stay for their time. */
  evenReported?: boolean;
  /** Where it is to be erased only as it was seen. */
  version?: number;
  /** Lands in the same write, before, and is given the comment's id where it is erased. */
  beside?: (erased: RawBuilder<string>) => readonly CompiledQuery[];
}

/**
 * Withdraws a comment, where it is not withdrawn yet, and blanks all that its author gave and all that was said of it,
 * in one write; its likes go before that, since there may be many. Its row stays, with what is counted by it, since
 * decisions and answers refer to it; its sender's hash stays for its time, since limits that are reset by erasing would
 * be none.
 */
export async function eraseComment(
  database: Database,
  id: string,
  { now, evenReported = false, version, beside = () => [] }: Erasing,
): Promise<void> {
  if (version === undefined) await inSteps(() => dropLikes(database, id));
  const asSeen = version === undefined ? sql`true` : sql`version = ${version}`;
  const erased = sql<string>`(select id from comments where id = ${id} and ${asSeen})`;
  await database.batch([
    takeStepsOf([id]),
    ...beside(erased),
    noteWithdrawal(erased, now),
    ...(evenReported ? dropEvidence(erased) : [keepEvidence(erased, now)]),
    ...blankBeside(erased),
    blankComment(erased, evenReported),
  ]);
  noteErasedWords(database);
}

function blankBeside(ids: RawBuilder<string>): CompiledQuery[] {
  return [
    forgetNotesOn(ids),
    forgetSketches(ids),
    ...clearWords(ids),
    sql`update findings set message_vi = '', message_en = '', span_start = null, span_end = null
      where comment_id in ${ids}`.compile(build),
    sql`update edits set author_before = '', body_before = '' where comment_id in ${ids}`.compile(build),
    sql`update reports set details = '' where comment_id in ${ids} and (settled_by is not null
      or not exists (select 1 from kept_evidence where kept_evidence.comment_id = reports.comment_id))`.compile(
      build,
    ),
    sql`update idempotency_keys set request_hash = '' where comment_id in ${ids}`.compile(build),
    sql`delete from claims where comment_id in ${ids}`.compile(build),
    sql`delete from likes where comment_id in ${ids}`.compile(build),
  ];
}

/** The last of it, since by this the comment is not as it was seen any more. */
function blankComment(ids: RawBuilder<string>, evenReported: boolean): CompiledQuery {
  return sql`update comments set state = 'withdrawn', version = version + (state <> 'withdrawn'), author = '',
      body = '', email = null, sender = iif(${evenReported ? 1 : 0}, '', sender), fingerprint = '', sketch = '',
      has_links = 0, appeal = null, appealed_at = null, consent = null, saying = null, likes = 0
    where id in ${ids}`.compile(build);
}
