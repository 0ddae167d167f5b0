import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { startService } from '../../support/service.ts';

const path = '/api/v1/sites/demo/comments';

test('what is wrong with a comment is told field by field, in the language of the site', async () => {
  const service = await startService();
  const answer = await service.send({ author: ' ', email: 'không phải', body: undefined });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toEqual({
    type: '/docs#invalid',
    title: 'Nội dung chưa đúng',
    status: 422,
    detail: 'Một số mục chưa đúng. Vui lòng xem lại.',
    errors: [
      { field: 'author', code: 'required', message: 'Vui lòng điền mục này.' },
      { field: 'email', code: 'not-email', message: 'Địa chỉ e-mail chưa đúng, ví dụ: ten@example.com.' },
      { field: 'body', code: 'required', message: 'Vui lòng điền mục này.' },
    ],
    requestId: answer.body.requestId,
  });
  await service.setSite({ language: 'en' });
  expect((await service.send({ author: '' })).body.detail).toBe('Please fill this in.');
});

test('a body that is not JSON, of another type, or too large, is told as such', async () => {
  const { request } = await startService();
  const post = (body: BodyInit, type: string) =>
    request(path, { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit);
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
    });
  expect((await post('{"author":', 'application/json')).status).toBe(400);
  expect((await post('{}', 'text/plain')).status).toBe(415);
  expect((await request(path, { method: 'POST', body: new TextEncoder().encode('{}') })).status).toBe(415);
  expect((await request(path, { method: 'POST' })).status).toBe(422);
  expect((await post(`"${'x'.repeat(70_000)}"`, 'application/json')).status).toBe(413);
  expect((await post(endless(), 'application/json')).status).toBe(413);
  expect((await post('[]', 'application/json')).status).toBe(422);
  expect((await request('/api/v1/sites/nowhere/comments', { method: 'POST' })).status).toBe(404);
});

test('text that cannot be stored whole is refused whole', async () => {
  const service = await startService();
  await service.setSite({ 'max-length': 10 });
  const codes = async (comment: object) =>
    (await service.send({ ...comment })).body.errors.map(
      ({ field, code }: { field: string; code: string }) => [field, code],
    );
  expect(await codes({ body: 'có \0 rỗng' })).toEqual([['body', 'not-text']]);
  expect(await codes({ author: 'nửa \ud83d' })).toEqual([['author', 'not-text']]);
  expect(await codes({ body: 'mười một ký' })).toEqual([['body', 'too-long']]);
  expect(await codes({ author: 'x'.repeat(81) })).toEqual([['author', 'too-long']]);
  expect((await service.send({ body: 'ệ'.normalize('NFD').repeat(10) })).status).toBe(202);
});

test('a comment answers only what is published on the same article', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const first = (await service.send()).body.id;
  const answerTo = async (parentId: string, key = '/bai-viet') =>
    (await service.send({ parentId, article: { key }, body: `trả lời ${Math.random()}` })).status;
  expect(await answerTo(first)).toBe(422);
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'publish', comments: [{ id: first, version: 1 }] },
    lan,
  );
  expect(await answerTo(first)).toBe(202);
  expect(await answerTo(first, '/bai-khac')).toBe(422);
});

test('a clean comment is published at once only where the site says so', async () => {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean' });
  expect((await service.send({ body: 'Rất hay và bổ ích.' })).body.state).toBe('published');
  expect((await service.send({ body: 'Xem https://bit.ly/a ngay nhé' })).body.state).toBe('pending');
  expect(await service.published()).toEqual(['Rất hay và bổ ích.']);
});

test('an article takes no comments once it is closed or too old', async () => {
  const service = await startService();
  await service.setSite({ 'close-after-days': 1, moderation: 'publish-clean' });
  await service.send();
  service.clock.now += 25 * 60 * 60_000;
  expect((await service.send({ body: 'Tôi đến muộn rồi.' })).status).toBe(409);
  expect((await service.send({ article: { key: '/bai-moi' }, body: 'Bài mới thì còn mở.' })).status).toBe(
    202,
  );
  const { body } = await service.json('GET', `${path}?article=/bai-viet`);
  expect(body.article.open).toBe(false);
});

test('a retry with the same key gets the first answer, and stores one comment', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const challenge = await service.solveChallenge();
  const headers = { 'idempotency-key': 'lan-1' };
  const first = await service.send({ challenge }, { headers });
  const retry = await service.send({ challenge }, { headers });
  expect([first.status, retry.status]).toEqual([202, 202]);
  expect(retry.body).toEqual(first.body);
  expect((await service.send({ challenge, body: 'khác' }, { headers })).status).toBe(409);
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  expect(body.counts.pending).toBe(1);
});

test('of many requests with one key that run at once, one comment comes, and one answer', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const challenge = await service.solveChallenge();
  const headers = { 'idempotency-key': 'cùng-lúc'.normalize('NFD').replace(/[^\x21-\x7e]/g, '') };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => service.send({ challenge }, { headers })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  expect(body.counts.pending).toBe(1);
});

test('who sends too fast is told to wait, and how long', async () => {
  const service = await startService();
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1) {
    statuses.push((await service.send({ body: `Bình luận số ${count} của tôi` })).status);
  }
  expect(statuses).toEqual([...Array(10).fill(202), 429]);
  expect((await service.send({ body: 'Một câu nữa' })).headers.get('retry-after')).toBe('60');
  expect(
    (await service.send({ body: 'Người khác' }, { headers: { 'x-test-peer': '192.0.2.9' } })).status,
  ).toBe(202);
  await service.setSite({ pace: 'off' });
  expect((await service.send({ body: 'Không giới hạn nữa' })).status).toBe(202);
});

test('where nothing can be stored, nothing is said to be, and reading goes on', async () => {
  const service = await startService();
  const challenge = await service.solveChallenge();
  const { database } = service.deps;
  await database.query(sql`pragma query_only = on`.compile(build));
  const answer = await service.send({ challenge });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await service.request('/readyz')).status).toBe(503);
  expect(await service.published()).toEqual([]);
  await database.query(sql`pragma query_only = off`.compile(build));
  expect((await service.request('/readyz')).status).toBe(200);
  expect((await service.send({ challenge })).status).toBe(202);
});

test('published comments come a page at a time, in either order, and nothing is skipped or doubled', async () => {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha: 'off', pace: 'off' });
  const texts = Array.from({ length: 7 }, (_, index) => `Ý kiến thứ ${index} của bạn đọc`);
  for (const [index, body] of texts.entries()) {
    await service.json('POST', path, { article: { key: '/dai' }, author: 'Minh', body });
    if (index % 2) service.clock.now += 1000;
  }
  const walk = async (sort: string) => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await service.json(
        'GET',
        `${path}?article=/dai&sort=${sort}&limit=2&cursor=${cursor}`,
      );
      seen.push(...body.comments.map((comment: { body: string }) => comment.body));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    return seen;
  };
  const oldest = await walk('oldest');
  expect([...oldest].sort()).toEqual(texts);
  expect((await walk('newest')).reverse()).toEqual(oldest);
  expect((await service.json('GET', `${path}?article=/dai&limit=101`)).status).toBe(422);
  expect((await service.json('GET', `${path}?article=/dai&cursor=x`)).body.errors).toMatchObject([
    { field: 'cursor' },
  ]);
});

test('an unchanged list is not sent again', async () => {
  const service = await startService();
  const first = await service.request(`${path}?article=/bai-viet`);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await service.request(`${path}?article=/bai-viet`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('what a reader says of an article is public only once a comment on it is, and its address only on the site', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const article = { key: '/a', title: 'Tên bài', url: 'https://phishing.example/a' };
  const { id } = (await service.send({ article })).body;
  const shown = async () => (await service.json('GET', `${path}?article=/a`)).body.article;
  expect(await shown()).toEqual({ key: '/a', title: null, url: null, open: true, count: 0 });
  await service.json('POST', '/api/v1/decisions', { action: 'publish', comments: [{ id, version: 1 }] }, lan);
  expect(await shown()).toEqual({ key: '/a', title: 'Tên bài', url: null, open: true, count: 1 });
});
