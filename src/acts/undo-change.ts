import { Problem } from '../problem.ts';
import { findLaterChange } from '../store/acts/changed-since.ts';
import type { Act } from '../store/acts/list-acts.ts';
import { type ActBy, actBy } from '../store/acts/record.ts';
import type { Database } from '../store/database.ts';
import { storeWords, type WordsChange } from '../store/filter/site-words.ts';
import { type SettingsChange, storeSettings } from '../store/site-settings.ts';
import type { ActWorld } from '../world/world.ts';
import type { By } from './act.ts';

type PutBack = (database: Database, act: Act, doing: ActBy) => Promise<boolean>;

/** Settings of a site are what they were, where nobody set them to something else since. */
export const undoSettings = undoing((database, { id, site, details }, doing) => {
  const { before, after } = details as unknown as SettingsChange;
  return storeSettings(database, site ?? '', { before: after, after: before }, doing, { undoes: id });
});

export const undoWords = undoing((database, { id, site, details }, doing) => {
  const { before, after } = details as unknown as WordsChange;
  return storeWords(database, site ?? '', { before: after, after: before }, doing, { undoes: id });
});

/** Whether an act says what was there before. */
export function saysBefore({ details }: Act): boolean {
  return typeof details.before === 'object' && Object.keys(details.before ?? {}).length > 0;
}

function undoing(putBack: PutBack) {
  return async (world: ActWorld, act: Act, by: By): Promise<string> => {
    const doing = actBy(world, by);
    if (await putBack(world.database, act, doing)) return doing.id;
    throw await changedSince(world.database, act);
  };
}

async function changedSince(database: Database, act: Act): Promise<Problem> {
  const later = await findLaterChange(database, act);
  const [vi, en] = [later?.by ?? 'Lệnh trên máy chủ', later?.by ?? 'A command on the server'];
  return new Problem('conflict', {
    vi: `${vi} đã thay đổi tiếp sau đó, nên không hoàn tác việc này được nữa.`,
    en: `${en} changed this again since, so it cannot be undone any more.`,
  });
}
