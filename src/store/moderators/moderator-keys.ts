import { build, type Database } from '../database.ts';

/** As JSON, as it was written; null where nothing was. */
export async function readKeys(database: Database, moderatorId: string): Promise<string | null> {
  const [row] = await database.query(
    build.selectFrom('moderators').select('keys').where('id', '=', moderatorId).compile(),
  );
  return row?.keys ?? null;
}

export async function writeKeys(database: Database, moderatorId: string, keys: string): Promise<void> {
  await database.query(build.updateTable('moderators').set({ keys }).where('id', '=', moderatorId).compile());
}
