import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { unindexWords } from '../comments/search-index.ts';
import { build, type Database } from '../database.ts';
import { forgetSketches } from '../filter/sketches.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';
import type { VersionedComment } from '../queue/take.ts';
import { forgetNotesOn } from '../senders/notes.ts';
import { noteErasedWords } from './purge.ts';

/** What refers to a comment and is nothing without it. Reports come before it, since triggers count them. */
const belongings = [
  'decision_steps',
  'claims',
  'reports',
  'likes',
  'kept_evidence',
  'edits',
  'decided_comments',
  'idempotency_keys',
  'comment_remarks',
  'events',
  'deliveries',
  'told_replies',
  'followed_comments',
  'letters',
  'moved_comments',
  'imported_comments',
] as const;

/**
 * Takes comments out wholly, with all that is about them alone, in one write, and resolves with the ids of those that
 * went. One that changed since it was seen stays, and so does one that another answers: answers go first, or it is to be
 * erased instead. `beside` lands in the same write, before, and is given the ids of those that go. Statistics count what
 * is there, and so no more what went.
 */
export async function deleteComments(
  database: Database,
  seen: readonly VersionedComment[],
  beside: (going: RawBuilder<string>) => readonly CompiledQuery[] = () => [],
): Promise<string[]> {
  const going = goingOf(seen);
  const [, gone] = await database.batch([
    takeStepsOf(seen.map(({ id }) => id)),
    sql<{ id: string }>`select id from comments where id in ${going}`.compile(build),
    ...beside(going),
    ...deletionOf(going),
  ]);
  if (gone.length > 0) noteErasedWords(database);
  return gone.map(({ id }) => id);
}

/** The same ids whatever of this write is done already, up to the comments themselves. */
function goingOf(seen: readonly VersionedComment[]): RawBuilder<string> {
  return sql<string>`(select comments.id from json_each(${JSON.stringify(seen.map(({ id, version }) => [id, version]))}) as seen
    cross join comments on comments.id = seen.value ->> 0 and comments.version = seen.value ->> 1
    where not exists (select 1 from comments as answers where answers.parent_id = comments.id))`;
}

/** Lessons go before findings, since the trigger that counts them looks at those. */
function deletionOf(going: RawBuilder<string>): CompiledQuery[] {
  return [
    sql`update comments set lesson = null where id in ${going} and lesson is not null`.compile(build),
    forgetNotesOn(going),
    forgetSketches(going),
    unindexWords(going),
    ...belongings.map((table) =>
      sql`delete from ${sql.table(table)} where comment_id in ${going}`.compile(build),
    ),
    sql`delete from comments where id in ${going}`.compile(build),
  ];
}
