import { env } from 'cloudflare:test';
import type { D1Result } from '@cloudflare/workers-types';
import { expect, test } from 'vitest';
import { openD1 } from '../../src/store/d1.ts';
import { startService } from '../support/service.ts';

/** The database of workerd, with a count of its calls and of the rows that it has written: those of indexes are counted too. */
function counting() {
  const counted = { calls: 0, rows: 0 };
  const count = (answers: D1Result[]) => {
    counted.calls += 1;
    for (const { meta } of answers) counted.rows += meta.rows_written;
  };
  const database = openD1({
    prepare: (text: string) => ({
      bind(...values: unknown[]) {
        const statement = env.DB.prepare(text).bind(...values);
        const all = statement.all.bind(statement);
        return Object.assign(statement, {
          all: async () => {
            const answer = await all();
            count([answer]);
            return answer;
          },
        });
      },
    }),
    batch: async (statements: never) => {
      const answers = await env.DB.batch(statements);
      count(answers);
      return answers;
    },
  } as never);
  return { counted, database };
}

test('a comment that waits and its decision are few calls and rows, since D1 answers one by one and is paid by rows', async () => {
  const service = await startService();
  await service.send({ body: 'Bài trước rất hay và đầy đủ, mong tòa soạn viết tiếp về chủ đề này.' });
  const headers = await service.addModerator('Lan', { sites: ['demo'] });
  const challenge = await service.solveChallenge();
  const { counted, database } = counting();
  Object.assign(service.deps, { database });
  const body =
    'Cảm ơn tòa soạn đã có bài viết rất hay, mong các anh chị tiếp tục phản ánh chuyện của người dân.';
  const sent = await service.send(
    { body, challenge },
    { headers: { 'x-test-peer': '198.51.100.1', 'idempotency-key': 'k' } },
  );
  const ofComment = { ...counted };
  const comments = [{ id: sent.body.id, version: 1 }];
  const decided = await service.json('POST', '/api/v1/decisions', { action: 'reject', comments }, headers);
  expect([sent.status, decided.status]).toEqual([202, 201]);
  expect(ofComment.calls).toBeLessThanOrEqual(6);
  expect(ofComment.rows).toBeLessThanOrEqual(24);
  expect(counted.rows - ofComment.rows).toBeLessThanOrEqual(18);
});
