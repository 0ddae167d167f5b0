import { describe, expect } from 'vitest';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const ours = 'https://bao.example';

async function allowed(service: Service, method: string, path: string, origin: string) {
  const headers = { origin, 'access-control-request-method': 'POST' };
  const answer = await service.request(method, path, headers);
  return answer.headers.get('access-control-allow-origin');
}

export function describeOrigins(test: ContractTest): void {
  describe('pages of other origins', () => {
    test('those of the site read what readers may, and no others', async ({ service }) => {
      const site = await service.heldSite({ origins: `${ours}\nhttps://tap-chi.example` });
      const { receipt } = (await service.send(site)).body;
      const paths = [
        `/api/v1/sites/${site}/comments?article=/bai`,
        `/api/v1/sites/${site}/challenges`,
        `/api/v1/receipts/${receipt}`,
      ];
      for (const path of paths) {
        for (const method of ['OPTIONS', path.endsWith('challenges') ? 'POST' : 'GET']) {
          expect([path, method, await allowed(service, method, path, ours)]).toEqual([path, method, ours]);
          expect(await allowed(service, method, path, 'https://ke-xau.example')).toBeNull();
        }
      }
    });

    test('they may ask with what the API needs, and without credentials', async ({ service }) => {
      const site = await service.heldSite({ origins: ours });
      const asked = {
        origin: ours,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key,binh-luan-identity',
      };
      const { status, headers } = await service.request('OPTIONS', `/api/v1/sites/${site}/comments`, asked);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-methods')?.split(',')).toEqual([
        'GET',
        'POST',
        'PUT',
        'DELETE',
      ]);
      expect(headers.get('access-control-allow-headers')?.toLowerCase()).toBe(
        'content-type,idempotency-key,binh-luan-identity',
      );
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')?.toLowerCase()).toContain('origin');
      const refused = await service.send(site, { author: '' }, { origin: ours });
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([422, ours]);
    });

    test('none reads what is for moderators', async ({ service }) => {
      for (const path of ['/api/v1/queue', '/api/v1/decisions', '/api/v1/session', '/moderation']) {
        for (const method of ['GET', 'OPTIONS']) {
          expect([path, await allowed(service, method, path, service.url)]).toEqual([path, null]);
        }
      }
    });

    test('only those of the site frame its comments, and none the desk', async ({ service }) => {
      const site = await service.heldSite({ origins: ours });
      const framers = async (path: string) => {
        const { headers } = await service.page(path, service.owner);
        const policy = headers.get('content-security-policy') ?? '';
        return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers.get('x-frame-options')];
      };
      expect(await framers(`/embed/${site}?article=/a`)).toEqual([`'self' ${ours}`, null]);
      expect(await framers('/embed/demo?article=/a')).toEqual([`'self' ${service.url}`, null]);
      for (const path of ['/', '/docs', '/moderation', '/embed.js']) {
        expect([path, await framers(path)]).toEqual([path, ["'none'", 'DENY']]);
      }
      // That there is no such site is said in any page, for its owner to read.
      expect(await framers('/embed/khong-co?article=/a')).toEqual(['*', null]);
    });
  });

  test('every answer carries the same strict headers, whatever it is', async ({ service }) => {
    const paths = [
      '/',
      '/embed/demo?article=/a',
      '/moderation',
      '/khong-co',
      '/embed.js',
      '/api/v1/queue',
      '/healthz',
    ];
    for (const path of paths) {
      const { headers } = await service.page(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy.split('; ')[0], policy.includes('unsafe')]).toEqual([
        path,
        "default-src 'none'",
        false,
      ]);
      expect([path, headers.get('server'), headers.get('x-powered-by')]).toEqual([path, null, null]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'cross-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      });
    }
  });
}
