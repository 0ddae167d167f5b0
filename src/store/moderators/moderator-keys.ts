import { build, type Database } from '../database.ts';

export async function writeKeys(database: Database, moderatorId: string, keys: string): Promise<void> {
  await database.query(build.updateTable('moderators').set({ keys }).where('id', '=', moderatorId).compile());
}
