import { expect, test } from 'vitest';
import { startService } from './support/service.ts';

test('a comment travels from its author to the page, and back again', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const text = 'Cải cách hành chính ở tỉnh tôi nhanh hơn hẳn.';

  const challenge = await service.solveChallenge();
  const sent = await service.send({ body: text, challenge });
  expect(sent.status).toBe(202);
  expect(sent.body).toEqual({ id: sent.body.id, state: 'pending', receipt: sent.body.receipt });
  const standing = async () =>
    (await service.json('GET', `/api/v1/receipts/${sent.body.receipt}`)).body.state;

  expect(await service.published()).toEqual([]);
  expect(await standing()).toBe('pending');
  expect((await service.send({ challenge })).body.errors).toMatchObject([
    { field: 'challenge', code: 'failed' },
  ]);

  const queue = await service.json('GET', '/api/v1/queue?site=demo', undefined, lan);
  expect(queue.body.counts).toEqual({ pending: 1, published: 0, rejected: 0, spam: 0 });
  const [waiting] = queue.body.comments;
  expect(waiting).toMatchObject({ id: sent.body.id, version: 1, site: 'demo', body: text, state: 'pending' });

  const decide = (action: string, version: number) =>
    service.json('POST', '/api/v1/decisions', { action, comments: [{ id: waiting.id, version }] }, lan);
  const published = await decide('publish', 1);
  expect(published.status).toBe(201);
  expect(published.body.results).toEqual([
    { id: waiting.id, outcome: 'done', state: 'published', version: 2 },
  ]);
  expect(await service.published()).toEqual([text]);
  expect(await standing()).toBe('published');

  const late = await decide('reject', 1);
  expect(late.status).toBe(409);
  expect(late.body).toEqual({
    id: null,
    action: 'reject',
    results: [{ id: waiting.id, outcome: 'conflict', state: 'published', version: 2 }],
    conflicts: [
      {
        id: waiting.id,
        state: 'published',
        action: 'publish',
        by: 'Lan',
        at: new Date(service.deps.now()).toISOString(),
      },
    ],
  });

  const undone = await service.json('DELETE', `/api/v1/decisions/${published.body.id}`, undefined, lan);
  expect(undone.status).toBe(200);
  expect(await service.published()).toEqual([]);
  expect(await standing()).toBe('pending');

  await decide('publish', 3);
  expect((await service.json('DELETE', `/api/v1/receipts/${sent.body.receipt}`)).status).toBe(204);
  expect(await standing()).toBe('withdrawn');
  expect(await service.published()).toEqual([]);

  const log = await service.json('GET', '/api/v1/decisions?site=demo', undefined, lan);
  expect(
    log.body.decisions.map((row: { action: string; moderator: string }) => [row.action, row.moderator]),
  ).toEqual(
    expect.arrayContaining([
      ['publish', 'Lan'],
      ['undo', 'Lan'],
      ['publish', 'Lan'],
    ]),
  );
});

test('a held comment says why, in the language of whoever reads it, and points at the words', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const body = 'Mời xem https://bit.ly/abc ngay';
  await service.send({ body });

  const { body: queue } = await service.json('GET', '/api/v1/queue?rule=links', undefined, lan);
  const [finding] = queue.comments[0].findings;
  expect(finding).toMatchObject({ rule: 'links', verdict: 'hold' });
  expect(body.slice(finding.start, finding.end)).toContain('bit.ly');
  expect(finding.message).toMatch(/[ăâđêôơưàáạảã]/);
});
