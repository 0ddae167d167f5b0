import { describe, expect } from 'vitest';
import { readForm } from './page.ts';
import { expectProblem, jsonType } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const json = { 'content-type': 'application/json' };

const post = (service: Service, site: string, content: string, headers: Record<string, string> = json) =>
  service.request('POST', `/api/v1/sites/${site}/comments`, headers, content);

export function describeSending(test: ContractTest): void {
  describe('sending a comment', () => {
    test('it waits by default, and is published at once where the site says so', async ({ service }) => {
      const held = await service.send(await service.heldSite());
      expect([held.status, held.headers.get('content-type')]).toEqual([202, expect.stringMatching(jsonType)]);
      expect(held.body).toEqual({
        id: expect.stringMatching(/^\S+$/),
        state: 'pending',
        receipt: expect.stringMatching(/^\S+$/),
      });
      expect((await service.send(await service.openSite())).body.state).toBe('published');
    });

    test('what cannot be read is told as such', async ({ service }) => {
      const site = await service.heldSite();
      expectProblem(await post(service, site, '{"author":'), 400, 'malformed');
      expectProblem(await post(service, 'khong-co', '{}'), 404, 'not-found');
      expectProblem(await post(service, site, JSON.stringify('x'.repeat(70_000))), 413, 'too-large');
      expectProblem(await post(service, site, '{}', { 'content-type': 'text/plain' }), 415, 'wrong-type');
      expect(expectProblem(await post(service, site, '[]'), 422, 'invalid')).toEqual([': wrong-type']);
      expect((await service.queue(`site=${site}`)).body.counts.pending).toBe(0);
    });

    test('what is wrong is told field by field, in the language of the site', async ({ service }) => {
      const wrong = { article: { key: '', url: 'javascript:1' }, author: ' ', email: 'không', body: 1 };
      const site = await service.heldSite({ language: 'en' });
      expect(expectProblem(await service.send(site, wrong), 422, 'invalid')).toEqual([
        'article.key: required',
        'article.url: unknown',
        'author: required',
        'email: not-email',
        'body: wrong-type',
      ]);
      const message = async (id: string) => (await service.send(id, { author: '' })).body.errors[0].message;
      expect([await message(site), await message(await service.heldSite())]).toEqual([
        'Please fill this in.',
        'Vui lòng điền mục này.',
      ]);
    });

    test('a comment may be as long as the site allows, and answers only what is published', async ({
      service,
    }) => {
      const site = await service.heldSite({ 'max-length': '10' });
      const longest = await service.send(site, { body: '😀'.repeat(10) });
      expect(longest.status).toBe(202);
      const longer = await service.send(site, { body: 'x'.repeat(11) });
      expect(expectProblem(longer, 422, 'invalid')).toEqual(['body: too-long']);
      const answer = await service.send(site, { body: 'Vâng ạ.', parentId: longest.body.id });
      expect(expectProblem(answer, 422, 'invalid')).toEqual(['parentId: unknown']);
      await service.decideNew('publish', [longest.body.id]);
      expect((await service.send(site, { body: 'Vâng ạ.', parentId: longest.body.id })).status).toBe(202);
    });

    test('what the filter refuses is told without saying which word', async ({ service }) => {
      const site = await service.heldSite();
      const same = { body: 'Mời bà con ghé xem trang của tôi.' };
      for (let time = 1; time <= 3; time += 1) expect((await service.send(site, same)).status).toBe(202);
      expect(expectProblem(await service.send(site, same), 422, 'invalid')).toEqual(['body: refused']);
    });

    test('an article that is closed takes no more', async ({ service }) => {
      const site = await service.heldSite();
      await service.send(site);
      const articles = await service.page(`/moderation/articles?site=${site}`, service.owner);
      const { action, fields } = readForm(articles.text, '/moderation/articles');
      const closed = await service.form(action, { ...fields, open: 'no' }, service.owner);
      expect(closed.status).toBe(303);
      expectProblem(await service.send(site), 409, 'conflict');
      expect((await service.thread(site)).body.article.open).toBe(false);
      const frame = await service.page(`/embed/${site}?article=/bai`);
      expect(frame.text).toContain('đã đóng bình luận');
      expect(frame.text).not.toContain('name="author"');
    });

    test('who sends faster than people write is asked to wait', async ({ service }) => {
      const site = await service.newSite({ captcha: 'off' });
      await service.sendMany(site, 10);
      const fast = await service.send(site);
      expectProblem(fast, 429, 'too-fast');
      expect(Number(fast.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await service.queue(`site=${site}`)).body.counts.pending).toBe(10);
    });

    test('an article takes so many in an hour, then some are held apart, and at last none', async ({
      service,
    }) => {
      const site = await service.newSite({ captcha: 'off', 'article-per-hour': '1', 'site-per-hour': '40' });
      const statuses: number[] = [];
      let answer = await service.send(site);
      while (answer.status === 202 && statuses.length < 8) {
        statuses.push(answer.status);
        answer = await service.send(site);
      }
      expectProblem(answer, 429, 'too-fast');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      const { counts, apart } = (await service.queue(`site=${site}`)).body;
      expect([counts.pending, apart]).toEqual([1, statuses.length - 1]);
      expect(apart).toBeGreaterThan(0);
      expect((await service.send(site, { article: { key: '/khac' } })).status).toBe(202);
    });
  });
}
