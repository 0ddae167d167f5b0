import { randomBytes } from 'node:crypto';
import { noteAct } from '../store/acts/note.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { openDataDir } from '../store/files/data-dir.ts';
import { isUpToDate } from '../store/files/up-to-date.ts';
import { givenSettings } from './open.ts';

/**
 * Notes that the database was copied or put back. Where nothing can be stored, that was done all the same; a database of
 * an older program stays as it is.
 */
export async function noteCopy(kind: 'backup' | 'put-back', comments: number): Promise<void> {
  const { DATA_DIR, SECRET } = givenSettings();
  try {
    if (!isUpToDate(DATA_DIR)) throw new Error('it is of an older program');
    const database = openDataDir(DATA_DIR, SECRET);
    try {
      const act = actBy({ now: Date.now, random: randomBytes }, byCommand);
      await noteAct(database, act, { kind, details: { comments } });
      await database.settled();
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(`the log does not say of this: ${error instanceof Error ? error.message : error}`);
  }
}
