import { describe, expect } from 'vitest';
import { jsonType } from './problem.ts';
import type { ContractTest } from './suite.ts';

interface Operation {
  security?: object[];
  parameters?: { name: string }[];
}

/** The routes that the contract names. */
const promised = [
  'post /api/v1/sites/{site}/challenges',
  'get /api/v1/sites/{site}/comments',
  'post /api/v1/sites/{site}/comments',
  'get /api/v1/sites/{site}/own',
  'delete /api/v1/sites/{site}/own/{id}',
  'post /api/v1/sites/{site}/own/{id}/erasure',
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

    test('names the header of known readers wherever it counts', async ({ service }) => {
      const { body } = await service.json('GET', '/openapi.json');
      const { type, in: place, name } = body.components.securitySchemes.identity;
      expect([type, place, name]).toEqual(['apiKey', 'header', 'Binh-Luan-Identity']);
      const all = Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({ route: `${method} ${path}`, operation })),
      );
      const taking = all.filter(({ operation }) => operation.security?.some((one) => 'identity' in one));
      const saying = all.filter(({ operation }) =>
        operation.parameters?.some((one) => one.name === 'binh-luan-identity'),
      );
      expect(taking.map(({ route }) => route)).toEqual(saying.map(({ route }) => route));
      expect(taking.map(({ route }) => route).toSorted()).toEqual([
        'delete /api/v1/sites/{site}/comments/{id}/like',
        'delete /api/v1/sites/{site}/own/{id}',
        'get /api/v1/sites/{site}/own',
        'post /api/v1/sites/{site}/challenges',
        'post /api/v1/sites/{site}/comments',
        'post /api/v1/sites/{site}/comments/{id}/reports',
        'post /api/v1/sites/{site}/own/{id}/erasure',
        'put /api/v1/sites/{site}/comments/{id}/like',
      ]);
    });

    test('has what webhooks are sent', async ({ service }) => {
      const { body } = await service.json('GET', '/openapi.json');
      expect(Object.keys(body.webhooks).toSorted()).toEqual([
        ...['comment.appealed', 'comment.held', 'comment.liked', 'comment.published', 'comment.rejected'],
        ...[
          'comment.reported',
          'comment.spam',
          'comment.withdrawn',
          'judge',
          'queue.waiting',
          'webhook.test',
        ],
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
