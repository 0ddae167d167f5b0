import { describe, expect } from 'vitest';
import { jsonType } from './problem.ts';
import type { ContractTest } from './suite.ts';

/** The routes that the contract names. */
const promised = [
  'post /api/v1/sites/{site}/challenges',
  'get /api/v1/sites/{site}/comments',
  'post /api/v1/sites/{site}/comments',
  'get /api/v1/receipts/{receipt}',
  'delete /api/v1/receipts/{receipt}',
  'post /api/v1/session',
  'delete /api/v1/session',
  'get /api/v1/queue',
  'post /api/v1/decisions',
  'get /api/v1/decisions',
  'delete /api/v1/decisions/{id}',
];

export function describeDocuments(test: ContractTest): void {
  describe('the description of the API', () => {
    test('has every route that is promised, as OpenAPI', async ({ service }) => {
      const { headers, body } = await service.json('GET', '/openapi.json');
      expect([headers.get('content-type'), body.openapi]).toEqual([expect.stringMatching(jsonType), '3.1.0']);
      const described = Object.entries<object>(body.paths).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method} ${path}`),
      );
      expect(promised.filter((route) => !described.includes(route))).toEqual([]);
    });

    test('has what webhooks are sent', async ({ service }) => {
      const { body } = await service.json('GET', '/openapi.json');
      expect(Object.keys(body.webhooks).toSorted()).toEqual([
        ...['comment.appealed', 'comment.held', 'comment.liked', 'comment.published', 'comment.rejected'],
        ...['comment.reported', 'comment.spam', 'comment.withdrawn', 'queue.waiting', 'webhook.test'],
      ]);
    });

    test('is shown as a page, where every kind of problem has its place', async ({ service }) => {
      const { status, text } = await service.page('/docs');
      expect(status).toBe(200);
      expect(promised.filter((route) => !text.includes(route.split(' ')[1] ?? ''))).toEqual([]);
      const { type } = (await service.json('GET', '/khong-co')).body;
      expect(text).toContain(`id="${type.split('#')[1]}"`);
    });
  });
}
