import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { blockablesOf, isFrom } from './name.ts';

export interface NoteToStore {
  id: string;
  site: string;
  sender: string;
  moderatorId: string;
  text: string;
  createdAt: number;
}

/** Keeps a note, where there is a trace left of whom it is about; whether it did. */
export async function storeNote(
  database: Database,
  { id, site, sender, moderatorId, text, createdAt }: NoteToStore,
  act: CompiledQuery,
): Promise<boolean> {
  const [added] = await database.batch([
    sql<{ id: string }>`insert into sender_notes (id, site_id, sender, moderator_id, text, created_at)
      select ${id}, ${site}, ${sender}, ${moderatorId}, ${text}, ${createdAt}
      where ${sender} <> '' and exists (select 1 from comments
        where site_id = ${site} and ${isFrom(sql`sender`, sql`${sender}`)})
      returning id`.compile(build),
    act,
  ]);
  return added.length > 0;
}

/** Takes a note back; whether it was there still. */
export async function dropNote(database: Database, id: string, act: CompiledQuery): Promise<boolean> {
  const [gone] = await database.batch([
    sql<{ id: string }>`delete from sender_notes where id = ${id} returning id`.compile(build),
    act,
  ]);
  return gone.length > 0;
}

/** As JSON, the notes on whoever has this name and on the networks that they are in, the latest first. */
export function notesOn(site: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(select json_group_array(json_object('id', id, 'text', text, 'by', name, 'at', created_at))
    from (select sender_notes.id, text, moderators.name, sender_notes.created_at from sender_notes
      join moderators on moderators.id = moderator_id
      where site_id = ${site} and sender in ${blockablesOf(name)} and sender <> ''
      order by sender_notes.created_at desc, sender_notes.rowid desc))`;
}

/**
 * Forgets what was noted of the senders of comments that are about to go, where nothing else is left that they wrote: to
 * land in the write that erases them, before.
 */
export function forgetNotesOn(ids: RawBuilder<string>): CompiledQuery {
  const left = sql`(others.body <> '' and others.id not in ${ids})
    or exists (select 1 from kept_evidence where comment_id = others.id)`;
  return sql`delete from sender_notes where id in (
    select notes.id from comments as gone join sender_notes as notes
      on notes.site_id = gone.site_id and notes.sender in ${blockablesOf(sql`gone.sender`)}
    where gone.id in ${ids} and gone.sender <> '' and not exists (select 1 from comments as others
      where others.site_id = notes.site_id and ${isFrom(sql`others.sender`, sql`notes.sender`)}
        and (${left})))`.compile(build);
}
