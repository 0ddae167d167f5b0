import { type CompiledQuery, sql } from 'kysely';
import { build } from '../database.ts';

/** What is known of a reader by the name, and by which they are held or blocked. */
const named = ['comments', 'sender_notes', 'sender_holds', 'blocks'] as const;

/**
 * Gives what is known of a reader under one name the other, since the site's key changed meanwhile: one person has one
 * history for as long as there is a trace of them. Where both are held or blocked, both stay so.
 */
export function renameReader(site: string, from: string, to: string): CompiledQuery[] {
  const isTheirs = sql`sender = ${from} and sender >= 'reader:' and sender < 'reader;'`;
  return [
    ...named.map((table) =>
      sql`update or ignore ${sql.table(table)} set sender = ${to} where site_id = ${site} and sender = ${from}`.compile(
        build,
      ),
    ),
    sql`update or ignore likes set sender = ${to} where site_id = ${site} and ${isTheirs}`.compile(build),
    sql`update or ignore reports set sender = ${to} where ${isTheirs}`.compile(build),
  ];
}
