import { env } from 'cloudflare:test';
import type { D1Result } from '@cloudflare/workers-types';
import { expect, test } from 'vitest';
import { openD1 } from '../../src/store/d1.ts';
import { startService } from '../support/service.ts';

/** The database of workerd, with a count of the rows that it has written: rows of indexes are counted too. */
function counting() {
  const written = { rows: 0 };
  const count = <Answer extends D1Result>(answer: Answer): Answer => {
    written.rows += answer.meta.rows_written;
    return answer;
  };
  const database = openD1({
    prepare: (text: string) => ({
      bind(...values: unknown[]) {
        const statement = env.DB.prepare(text).bind(...values);
        const all = statement.all.bind(statement);
        return Object.assign(statement, { all: async () => count(await all()) });
      },
    }),
    batch: async (statements: never) => (await env.DB.batch(statements)).map(count),
  } as never);
  return { written, database };
}

test('a comment that waits and its decision write few rows, since rows are what D1 is paid by', async () => {
  const service = await startService();
  await service.send({ body: 'Bài trước rất hay và đầy đủ, mong tòa soạn viết tiếp về chủ đề này.' });
  const headers = await service.addModerator('Lan', { sites: ['demo'] });
  const challenge = await service.solveChallenge();
  const { written, database } = counting();
  Object.assign(service.deps, { database });
  const body =
    'Cảm ơn tòa soạn đã có bài viết rất hay, mong các anh chị tiếp tục phản ánh chuyện của người dân.';
  const sent = await service.send(
    { body, challenge },
    { headers: { 'x-test-peer': '198.51.100.1', 'idempotency-key': 'k' } },
  );
  const ofComment = written.rows;
  const comments = [{ id: sent.body.id, version: 1 }];
  const decided = await service.json('POST', '/api/v1/decisions', { action: 'reject', comments }, headers);
  expect([sent.status, decided.status]).toEqual([202, 201]);
  expect(ofComment).toBeLessThanOrEqual(25);
  expect(written.rows - ofComment).toBeLessThanOrEqual(24);
});
