import { expect, test } from 'vitest';
import { countingD1 } from '../support/counting-d1.ts';
import { startService } from '../support/service.ts';

test('a comment that waits and its decision are few calls and rows, since D1 answers one by one and is paid by rows', async () => {
  const service = await startService();
  await service.send({ body: 'Bài trước rất hay và đầy đủ, mong tòa soạn viết tiếp về chủ đề này.' });
  const headers = await service.addModerator('Lan', { sites: ['demo'] });
  const challenge = await service.solveChallenge();
  const { counted, database } = countingD1();
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
  expect(ofComment.written).toBeLessThanOrEqual(24);
  expect(counted.written - ofComment.written).toBeLessThanOrEqual(18);
});
