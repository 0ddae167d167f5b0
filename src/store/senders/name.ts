import { type RawBuilder, sql } from 'kysely';

const hashLength = 22;

/** What may be blocked or held that a name is of: it, and the networks by whose hashes it begins. */
export function blockablesOf(name: RawBuilder<unknown>): RawBuilder<unknown> {
  const first = (hashes: number) => sql`substr(${name}, 1, ${sql.lit(hashes * (hashLength + 1) - 1)})`;
  return sql`(${name}, ${first(1)}, ${first(2)})`;
}

/**
 * Whether a sender is this one, or in the network that has this name. No index serves an `or`: what is between the two
 * is found by that of senders, and told apart there.
 */
export function isFrom(sender: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${sender} >= ${name} and ${sender} < ${name} || '/'
    and (${sender} = ${name} or ${sender} > ${name} || '.'))`;
}

/** As JSON, the last comment from there that still has words; null where there is none. */
export function lastFrom(site: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select json_object('id', late.id, 'author', late.author) from comments as late
    where late.site_id = ${site} and ${isFrom(sql`late.sender`, name)} and late.body <> ''
    order by late.created_at desc, late.id desc limit 1)`;
}

/** Whether it is the name of a network that is wider than a household's. */
export function isWide(site: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<0 | 1> {
  return sql<0 | 1>`(instr(${name}, '.') = 0 and exists (select 1 from comments as inside
    where inside.site_id = ${site} and inside.sender > ${name} || '.' and inside.sender < ${name} || '/'))`;
}

/** A comment by which a person knows whom a hash stands for. */
export interface LastComment {
  id: string;
  author: string;
}

export function readLast(last: string | null): LastComment | null {
  return last === null ? null : JSON.parse(last);
}
