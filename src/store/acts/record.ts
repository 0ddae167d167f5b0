import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ActKind, By } from '../../acts/act.ts';
import { growingId } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import { build } from '../database.ts';
import type { Act } from './list-acts.ts';

export const byCommand: By = { id: null, access: 'command' };
export const byService: By = { id: null, access: 'service' };
export const byReader: By = { id: null, access: 'reader' };

/** An act that is about to be done: its id, whose it is, when. What it is says the write that does it. */
export interface ActBy {
  id: string;
  by: By;
  createdAt: number;
}

export function actBy({ now, random }: Pick<World, 'now' | 'random'>, { id, access }: By): ActBy {
  return { id: growingId({ now, random }), by: { id, access }, createdAt: now() };
}

export interface ActToRecord {
  kind: ActKind;
  /** None where it is about no site: such an act is for owners, and for the accounts that it is of and about. */
  site?: string | null;
  /** The account that it is about. */
  account?: string | null;
  undoes?: string | undefined;
  /** Never a password, a secret, an address, a hash, or words of a reader: of a comment its id, as `comment`. */
  details?: object;
  /** Where there is to be an act: usually where the statement before it in the write changed a row. */
  where?: RawBuilder<unknown>;
}

/** What is recorded of taking an act back: which, of what kind, and what it was about. */
export function undoOf({
  id: undoes,
  kind: of,
  site,
  details,
}: Pick<Act, 'id' | 'kind' | 'site' | 'details'>) {
  return { kind: 'undo', site, undoes, details: { ...details, of } } as const;
}

/** Holds in a batch where the statement before changed a row. */
export const hasChanged = sql`changes() > 0`;

/**
 * An act that is over as it is stored: to stand in the batch that does it, right behind the statement that changes
 * something. May be run twice.
 */
export function recordAct(
  { id, by, createdAt }: ActBy,
  { kind, site = null, account = null, undoes, details = {}, where = hasChanged }: ActToRecord,
): CompiledQuery<object> {
  return sql<object>`insert into acts
      (id, kind, site_id, moderator_id, access, account_id, undoes, details, created_at, ended_at)
    select ${id}, ${kind}, ${site}, ${by.id}, ${by.access}, ${account}, ${undoes ?? null}, ${JSON.stringify(details)},
      ${createdAt}, ${createdAt} where ${where} on conflict (id) do nothing`.compile(build);
}
