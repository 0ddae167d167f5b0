import { sql } from 'kysely';
import type { Role } from '../../moderators/moderator.ts';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';
import { insertLink, type LinkToStore } from './setup-links.ts';

/** An account as an operator sees it. */
export interface AccountLine {
  name: string;
  role: Role;
  /** Null where it works on all of them, those to come included. */
  sites: string[] | null;
  secondFactor: boolean;
  tokens: number;
  createdAt: number;
  disabledAt: number | null;
}

/** Every account, in the order of their names. */
export async function listAccounts(database: Database): Promise<AccountLine[]> {
  const rows = await database.query(
    sql<AccountRow>`select name, role, all_sites as everywhere, created_at as "createdAt", disabled_at as "disabledAt",
        (select json_group_array(site_id order by site_id) from moderator_sites where moderator_id = id) as sites,
        exists (select 1 from second_factors where moderator_id = id and confirmed_at is not null) as "secondFactor",
        (select count(*) from credentials where moderator_id = id and kind = 'token') as tokens
      from moderators order by name`.compile(build),
  );
  return rows.map(({ everywhere, sites, secondFactor, ...same }) => ({
    ...same,
    sites: everywhere === 1 ? null : JSON.parse(sites),
    secondFactor: secondFactor === 1,
  }));
}

type AccountRow = Omit<AccountLine, 'sites' | 'secondFactor'> & {
  everywhere: 0 | 1;
  sites: string;
  secondFactor: 0 | 1;
};

/** Shuts the account, whoever it is, and ends all that is signed in with it. */
export async function shutAccount(database: Database, id: string, act: ActBy): Promise<void> {
  await database.batch([
    sql`update moderators set disabled_at = ${act.createdAt} where id = ${id} and disabled_at is null`.compile(
      build,
    ),
    recordAct(act, { kind: 'account-disable', account: id }),
    build.deleteFrom('credentials').where('moderator_id', '=', id).compile(),
  ]);
}

export async function reopenAccount(database: Database, id: string, act: ActBy): Promise<void> {
  await database.batch([
    build.updateTable('moderators').set({ disabled_at: null }).where('id', '=', id).compile(),
    recordAct(act, { kind: 'account-enable', account: id }),
  ]);
}

/** Whether there is an owner of all sites who can sign in. */
export async function anyOpenOwner(database: Database): Promise<boolean> {
  const rows = await database.query(
    build
      .selectFrom('moderators')
      .select('id')
      .where('role', '=', 'owner')
      .where('all_sites', '=', 1)
      .where('disabled_at', 'is', null)
      .limit(1)
      .compile(),
  );
  return rows.length > 0;
}

export async function countTokens(database: Database, id: string): Promise<number> {
  const rows = await database.query(
    build
      .selectFrom('credentials')
      .select('hash')
      .where('moderator_id', '=', id)
      .where('kind', '=', 'token')
      .compile(),
  );
  return rows.length;
}

/** Puts a password that nobody knows in place, ends all that is signed in, and stores the link to a new one. */
export async function resetByCommand(
  database: Database,
  id: string,
  { password, link }: { password: string; link: LinkToStore },
  act: ActBy,
): Promise<void> {
  await database.batch([
    build.updateTable('moderators').set({ password }).where('id', '=', id).compile(),
    recordAct(act, { kind: 'account-reset', account: id }),
    build.deleteFrom('credentials').where('moderator_id', '=', id).compile(),
    insertLink(link, sql`true`),
  ]);
}
