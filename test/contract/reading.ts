import { describe, expect } from 'vitest';
import { expectProblem, isoTime, jsonType } from './problem.ts';
import type { ContractTest } from './suite.ts';

interface Shown {
  id: string;
}

const idsOf = ({ body }: { body: { comments: Shown[] } }) => body.comments.map(({ id }) => id);

/** What is told of a comment that nobody has answered, liked or picked. */
const asNew = { badge: null, likes: 0, pick: false, replyCount: 0, parent: null };

export function describeReading(test: ContractTest): void {
  describe('reading the comments of an article', () => {
    test('what is published is shown, and only what is public of it', async ({ service }) => {
      const site = await service.openSite({ origins: 'https://bao.example' });
      const article = { key: '/bai', title: 'Bài', url: 'https://bao.example/bai' };
      const said = { article, author: 'Hòa', email: 'hoa@example.com', body: 'Cảm ơn tòa soạn.' };
      const { id } = (await service.send(site, said)).body;
      await service.send(site, { body: 'Xem ngay http://198.51.100.7/qua-tang nhé' });
      const { status, headers, body } = await service.thread(site);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(jsonType)]);
      const createdAt = expect.stringMatching(isoTime);
      expect(body).toEqual({
        article: { ...article, open: true, count: 1 },
        comments: [{ id, parentId: null, author: 'Hòa', body: said.body, createdAt, ...asNew }],
        picks: [],
        nextCursor: null,
      });
    });

    test('an article that nobody has written about is open and empty', async ({ service }) => {
      expect((await service.thread(await service.openSite())).body).toEqual({
        article: { key: '/bai', title: null, url: null, open: true, count: 0 },
        comments: [],
        picks: [],
        nextCursor: null,
      });
    });

    test('pages follow each other in both orders, whatever is published meanwhile', async ({ service }) => {
      const site = await service.openSite();
      const ids = await service.sendMany(site, 5);
      for (const [sort, order] of [
        ['oldest', ids],
        ['newest', ids.toReversed()],
      ] as const) {
        const first = await service.thread(site, `&sort=${sort}&limit=2`);
        const later = sort === 'newest' ? await service.sendMany(site, 1) : [];
        const second = await service.thread(site, `&sort=${sort}&limit=2&cursor=${first.body.nextCursor}`);
        const third = await service.thread(site, `&sort=${sort}&limit=2&cursor=${second.body.nextCursor}`);
        expect([first, second, third].flatMap(idsOf)).toEqual(order);
        expect(third.body.nextCursor).toBeNull();
        expect(idsOf(await service.thread(site, `&sort=${sort}&limit=100`))).toEqual([...later, ...order]);
      }
    });

    test('limits and cursors that make no sense are refused', async ({ service }) => {
      for (const [query, field] of [
        ['limit=101', 'limit'],
        ['limit=0', 'limit'],
        ['sort=best', 'sort'],
      ]) {
        const errors = expectProblem(await service.thread('demo', `&${query}`), 422, 'invalid');
        expect(errors).toEqual([expect.stringMatching(`^${field}: `)]);
      }
      const site = await service.openSite();
      await service.send(site);
      expect(expectProblem(await service.thread(site, '&cursor=khong-co'), 422, 'invalid')).toEqual([
        'cursor: unknown',
      ]);
      expectProblem(await service.request('GET', '/api/v1/sites/demo/comments'), 422, 'invalid');
      expectProblem(await service.thread('khong-co'), 404, 'not-found');
    });

    test('who has it already is told so, until it changes', async ({ service }) => {
      const site = await service.openSite();
      await service.send(site);
      const tag = (await service.thread(site)).headers.get('etag') ?? '';
      expect(tag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await service.thread(site, '', { 'if-none-match': tag });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
      await service.send(site);
      const changed = await service.thread(site, '', { 'if-none-match': tag });
      expect([changed.status, changed.body.article.count]).toEqual([200, 2]);
      expect(changed.headers.get('etag')).not.toBe(tag);
    });
  });
}
