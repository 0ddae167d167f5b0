import { sql } from 'kysely';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';

export interface StoredFactor {
  sealedSecret: string;
  /** Null until a first code has confirmed it. */
  confirmedAt: number | null;
  recoveryCodes: number;
}

export async function findSecondFactor(
  database: Database,
  moderatorId: string,
): Promise<StoredFactor | undefined> {
  const [row] = await database.query(
    sql<StoredFactor>`select sealed_secret as "sealedSecret", confirmed_at as "confirmedAt",
        (select count(*) from recovery_codes where recovery_codes.moderator_id = second_factors.moderator_id)
          as "recoveryCodes"
      from second_factors where moderator_id = ${moderatorId}`.compile(build),
  );
  return row;
}

/** Stores a factor to be confirmed, in place of one that was not; false where one is in use. */
export async function putSecondFactor(
  database: Database,
  moderatorId: string,
  sealedSecret: string,
): Promise<boolean> {
  const rows = await database.query(
    build
      .insertInto('second_factors')
      .values({ moderator_id: moderatorId, sealed_secret: sealedSecret })
      .onConflict((conflict) =>
        conflict
          .column('moderator_id')
          .doUpdateSet({ sealed_secret: sealedSecret })
          .where('second_factors.confirmed_at', 'is', null),
      )
      .returning('moderator_id')
      .compile(),
  );
  return rows.length > 0;
}

export interface FirstCode {
  moderatorId: string;
  sealedSecret: string;
  step: number;
  confirmedAt: number;
}

/** Takes the factor into use with its recovery codes; false where it is in use, or was begun anew, meanwhile. */
export async function activateSecondFactor(
  database: Database,
  { moderatorId, sealedSecret, step, confirmedAt }: FirstCode,
  recoveryHashes: readonly string[],
  act: ActBy,
): Promise<boolean> {
  const [, confirmed] = await database.batch([
    sql`insert into recovery_codes (moderator_id, hash)
      select moderator_id, value from second_factors, json_each(${JSON.stringify(recoveryHashes)})
      where moderator_id = ${moderatorId} and sealed_secret = ${sealedSecret} and confirmed_at is null`.compile(
      build,
    ),
    build
      .updateTable('second_factors')
      .set({ confirmed_at: confirmedAt, last_step: step })
      .where('moderator_id', '=', moderatorId)
      .where('sealed_secret', '=', sealedSecret)
      .where('confirmed_at', 'is', null)
      .returning('moderator_id')
      .compile(),
    recordAct(act, { kind: 'second-factor', account: moderatorId, details: { state: 'on' } }),
  ]);
  return confirmed.length > 0;
}

/** Codes are taken of one step ahead and one behind; further ahead, the clock was wrong when the last was taken. */
const mostAhead = 2;

/** Takes the code of a time step: true for one caller, and for none of a later step. */
export async function takeStep(database: Database, moderatorId: string, step: number): Promise<boolean> {
  const rows = await database.query(
    build
      .updateTable('second_factors')
      .set({ last_step: step })
      .where('moderator_id', '=', moderatorId)
      .where('confirmed_at', 'is not', null)
      .where((row) => row.or([row('last_step', '<', step), row('last_step', '>', step + mostAhead)]))
      .returning('moderator_id')
      .compile(),
  );
  return rows.length > 0;
}

/** Takes a recovery code out: true for one caller. */
export async function takeRecoveryCode(
  database: Database,
  moderatorId: string,
  hashes: readonly string[],
): Promise<boolean> {
  const rows = await database.query(
    build
      .deleteFrom('recovery_codes')
      .where('moderator_id', '=', moderatorId)
      .where('hash', 'in', hashes)
      .returning('hash')
      .compile(),
  );
  return rows.length > 0;
}

/** Puts these recovery codes in place of all; none where no factor is in use. */
export async function replaceRecoveryCodes(
  database: Database,
  moderatorId: string,
  hashes: readonly string[],
  act: ActBy,
): Promise<void> {
  await database.batch([
    deleteRecoveryCodes(moderatorId),
    sql`insert into recovery_codes (moderator_id, hash)
      select moderator_id, value from second_factors, json_each(${JSON.stringify(hashes)})
      where moderator_id = ${moderatorId} and confirmed_at is not null`.compile(build),
    recordAct(act, { kind: 'recovery-codes', account: moderatorId }),
  ]);
}

/** Forgets the factor with its recovery codes, confirmed or not. */
export async function deleteSecondFactor(database: Database, moderatorId: string, act: ActBy): Promise<void> {
  await database.batch([
    deleteRecoveryCodes(moderatorId),
    build.deleteFrom('second_factors').where('moderator_id', '=', moderatorId).compile(),
    recordAct(act, { kind: 'second-factor', account: moderatorId, details: { state: 'off' } }),
  ]);
}

/** Forgets a factor that nobody has confirmed. */
export async function dropUnconfirmed(database: Database, moderatorId: string): Promise<void> {
  await database.query(
    build
      .deleteFrom('second_factors')
      .where('moderator_id', '=', moderatorId)
      .where('confirmed_at', 'is', null)
      .compile(),
  );
}

function deleteRecoveryCodes(moderatorId: string) {
  return build.deleteFrom('recovery_codes').where('moderator_id', '=', moderatorId).compile();
}
