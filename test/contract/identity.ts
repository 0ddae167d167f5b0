import { describe, expect } from 'vitest';
import { claimsAt, type Parts, plainComment, signed } from '../support/identity.ts';
import { locationOf } from './client.ts';
import { attribute, findTag } from './page.ts';
import { expectProblem } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

/** A site that vouches for its readers, by a key that its owner made at the desk. */
async function vouchingSite(service: Service, settings = {}) {
  const site = await service.openSite({ captcha: 'on', identity: 'offered', ...settings });
  const { text } = await service.form(`/moderation/sites/${site}/identity`, {}, service.owner);
  const secret = attribute(findTag(text, 'id="secret"'), 'value') ?? '';
  const as = (more: Parts = {}) => ({
    'binh-luan-identity': signed(secret, claimsAt(Date.now(), { aud: site, ...more })),
  });
  const send = (headers: Record<string, string>, more: Parts = {}) =>
    service.json(
      'POST',
      `/api/v1/sites/${site}/comments`,
      plainComment({ article: { key: '/bai' }, ...more }),
      headers,
    );
  return { site, as, send };
}

export function describeIdentity(test: ContractTest): void {
  describe('a reader whom their site vouches for', () => {
    test('writes under the name it says, with its badge and without a captcha', async ({ service }) => {
      const { site, as, send } = await vouchingSite(service);
      expect((await send(as(), { author: 'Tên khác' })).status).toBe(202);
      const [{ author, badge }] = (await service.thread(site)).body.comments;
      expect([author, badge]).toEqual(['Trần Minh Quân', 'verified']);
      expectProblem(await send({}), 422, 'invalid');
    });

    test('is refused with a token that is wrong, old, for another site, or without a signature', async ({
      service,
    }) => {
      const { as, send } = await vouchingSite(service);
      const unsigned = as()['binh-luan-identity'].replace(/\.[^.]*$/, '.');
      for (const headers of [
        { 'binh-luan-identity': 'sai' },
        { 'binh-luan-identity': unsigned },
        as({ aud: 'demo' }),
        as({ iat: 1, exp: 2 }),
      ])
        expectProblem(await send(headers), 401, 'identity');
    });

    test('has all they sent, and takes it back, without a receipt', async ({ service }) => {
      const { site, as, send } = await vouchingSite(service);
      const { id } = (await send(as())).body;
      const own = async () => (await service.json('GET', `/api/v1/sites/${site}/own`, undefined, as())).body;
      expect((await own()).comments).toMatchObject([{ id, state: 'published' }]);
      expect((await service.request('DELETE', `/api/v1/sites/${site}/own/${id}`, as())).status).toBe(204);
      expect((await own()).comments).toMatchObject([{ id, state: 'withdrawn' }]);
      const another = await service.request('DELETE', `/api/v1/sites/${site}/own/${id}`, as({ sub: 'u-18' }));
      expectProblem(another, 404, 'not-found');
      expect((await service.request('POST', `/api/v1/sites/${site}/own/${id}/erasure`, as())).status).toBe(
        204,
      );
      expect((await own()).comments).toEqual([]);
    });

    test('sends the form of the frame, which asks them for their words alone', async ({ service }) => {
      const { site, as } = await vouchingSite(service);
      const { text } = await service.page(`/embed/${site}?article=/bai`, as());
      expect([text.includes('data-identified'), text.includes('name="author"')]).toEqual([true, false]);
      const sent = await service.form(`/embed/${site}`, { article: '/bai', body: 'Cảm ơn bài viết.' }, as());
      expect([sent.status, locationOf(sent).includes('sent=')]).toEqual([303, true]);
    });

    test('is the only one to write where the site says so', async ({ service }) => {
      const { as, send } = await vouchingSite(service, {
        identity: 'required',
        'identity-words': 'Mời đăng nhập.',
      });
      const refused = await send({}, { author: 'Hòa' });
      expectProblem(refused, 401, 'identity');
      expect(refused.body.detail).toBe('Mời đăng nhập.');
      expect((await send(as())).status).toBe(202);
    });
  });
}
