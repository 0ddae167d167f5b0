import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { expectProblem } from './problem.ts';
import type { ContractTest } from './suite.ts';

export function describePages(test: ContractTest): void {
  describe('the pages that anyone opens', () => {
    test('the first one is an article with its comments, and says how to embed', async ({ service }) => {
      const { status, text } = await service.page('/');
      expect(status).toBe(200);
      expect(text).toMatch(/<h1>[^<]{20,}<\/h1>/);
      expect(text).toMatch(/<div data-binh-luan data-site="demo" data-article="[^"]+"><\/div>/);
      expect(text).toContain('<script src="/embed.js" async></script>');
      expect(text).toContain('&lt;div data-binh-luan data-site=&quot;demo&quot;&gt;');
      expect(text).toContain(`${service.url}/embed.js`);
    });

    test('one script makes the frame, and may be asked for again soon', async ({ service }) => {
      const { status, headers, text } = await service.request('GET', '/embed.js');
      expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(headers.get('cache-control')).toBe('public, max-age=300');
      expect(text).toContain('[data-binh-luan]');
      expect(text).toContain('iframe');
      const etag = headers.get('etag') ?? '';
      expect(etag).toMatch(/^"/);
      expect((await service.request('GET', '/embed.js', { 'if-none-match': etag })).status).toBe(304);
    });

    test('what the frame names is there with its type, and need never be asked for again', async ({
      service,
    }) => {
      const { text } = await service.page('/embed/demo?article=/a');
      const named = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
      expect(named.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(2);
      expect(named.filter((path) => path.endsWith('.css')).length).toBe(1);
      for (const path of named) {
        const { status, headers } = await service.request('GET', path);
        const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
        expect([path, status, headers.get('content-type')]).toEqual([path, 200, `${type}; charset=utf-8`]);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      }
    });

    test('what is not there is told to a person on a page, and to a program as a problem', async ({
      service,
    }) => {
      for (const path of [
        '/khong-co',
        '/khong-co.js',
        '/assets/frame.KHONGCOO.js',
        '/audio/vi-C.wav',
        '/embed/khong-co?article=/a',
        '/receipts/khong-co.x',
      ]) {
        const page = await service.page(path, { 'accept-language': 'en' });
        expect([path, page.status, page.headers.get('content-type')]).toEqual([
          path,
          404,
          expect.stringMatching(/^text\/html/),
        ]);
        expectProblem(await service.request('GET', path), 404, 'not-found');
      }
    });

    test('a person reads of it in their language', async ({ service }) => {
      const title = async (language: string) =>
        /<h1>([^<]+)</.exec((await service.page('/khong-co', { 'accept-language': language })).text)?.[1];
      expect([await title('vi'), await title('en')]).toEqual(['Không tìm thấy', 'Not found']);
      const english = ['en-GB', 'en-US,en;q=0.9', 'fr-FR, en;q=0.5', 'vi;q=0.1, en-AU;q=0.8'];
      const vietnamese = ['', '*', 'fr', 'vi-VN,vi;q=0.9,en;q=0.8', 'en;q=0'];
      expect(await Promise.all(english.map(title))).toEqual(english.map(() => 'Not found'));
      expect(await Promise.all(vietnamese.map(title))).toEqual(vietnamese.map(() => 'Không tìm thấy'));
    });

    test('the desk sends a stranger to the page where one signs in', async ({ service }) => {
      const desk = await service.page('/moderation');
      expect([desk.status, locationOf(desk)]).toEqual([303, '/moderation/session/new']);
      const { status, text } = await service.page(locationOf(desk));
      expect(status).toBe(200);
      expect(text).toContain('action="/moderation/session"');
    });
  });
}
