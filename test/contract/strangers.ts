import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { expectProblem } from './problem.ts';
import type { ContractTest } from './suite.ts';

interface Operation {
  security?: object[];
}

const desk = [
  '/moderation',
  '/moderation/decisions',
  '/moderation/decisions.csv',
  '/moderation/filter',
  '/moderation/sites',
  '/moderation/moderators',
  '/moderation/articles',
  '/moderation/statistics',
  '/moderation/account',
  '/moderation/comments/khong-co',
];

export function describeStrangers(test: ContractTest): void {
  describe('a stranger', () => {
    test('is refused by every route that the description keeps for moderators', async ({ service }) => {
      const { paths } = (await service.json('GET', '/openapi.json')).body;
      const all = Object.entries<Record<string, Operation>>(paths).flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, { security }]) => ({
          ...{ method, path },
          kept: security?.some((one) => 'token' in one) ?? false,
        })),
      );
      const kept = all.filter((route) => route.kept);
      expect(kept.length).toBeGreaterThanOrEqual(8);
      for (const { method, path } of kept) {
        const address = path.replaceAll(/\{\w+\}/g, 'khong-co');
        const headers = { authorization: 'Bearer sai', cookie: 'binh_luan_session=sai' };
        const answer = await service.request(method.toUpperCase(), address, headers);
        expectProblem(answer, 401, 'unauthenticated');
        expect([path, answer.headers.get('www-authenticate')]).toEqual([path, 'Bearer']);
      }
    });

    test('is sent from every page of the desk to where one signs in', async ({ service }) => {
      for (const path of desk) {
        const answer = await service.page(path, { cookie: 'binh_luan_session=sai' });
        const then = path === '/moderation' ? '' : `?${new URLSearchParams({ next: path })}`;
        const signIn = `/moderation/session/new${then}`;
        expect([path, answer.status, locationOf(answer)]).toEqual([path, 303, signIn]);
      }
    });

    test('finds the link of the first owner spent', async ({ service }) => {
      expect((await service.page(service.setupPath)).status).toBe(404);
      const again = await service.form(service.setupPath, { name: 'Kẻ khác', password: 'đủ dài rồi đấy' });
      expect([again.status, again.headers.get('set-cookie')]).toEqual([404, null]);
    });
  });
}
