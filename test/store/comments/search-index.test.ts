import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { indexEarlier } from '../../../src/store/comments/earlier-words.ts';
import { build } from '../../../src/store/database.ts';
import { startService } from '../../support/service.ts';

test('comments from before there was an index are put into it once, so many at a time', async () => {
  const service = await startService();
  const { deps } = service;
  for (const turn of [1, 2, 3, 4]) await service.send({ body: `Ý kiến thứ ${turn} về bài này.` });
  expect(await indexEarlier(deps.database, 2)).toBe(undefined);
  await deps.database.batch([
    sql`delete from comment_words`.compile(build),
    sql`delete from comment_numbers`.compile(build),
    sql`insert into comment_numbers (comment_id) select id from comments order by rowid desc limit 1`.compile(
      build,
    ),
  ]);
  const first = await indexEarlier(deps.database, 2);
  const second = await indexEarlier(deps.database, 2, first);
  const last = await indexEarlier(deps.database, 2, second);
  expect([first, second, last]).toEqual([{ row: 2 }, { row: 4 }, undefined]);
  expect(await indexEarlier(deps.database, 2)).toBe(undefined);
});
