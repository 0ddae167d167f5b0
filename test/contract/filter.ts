import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { readForm } from './page.ts';
import type { ContractTest } from './suite.ts';

export function describeFilter(test: ContractTest): void {
  describe('the filter of a site', () => {
    test('shows what decisions have taught it, and forgets what is undone', async ({ service }) => {
      const site = await service.heldSite();
      const [good = '', bad = '', worse = ''] = await service.sendMany(site, 3);
      const taught = async () =>
        /Đã học từ [^<]+/.exec(
          (await service.page(`/moderation/filter?site=${site}`, service.owner)).text,
        )?.[0];
      await service.decideNew('publish', [good]);
      await service.decideNew('reject', [bad]);
      const { id } = (await service.decideNew('spam', [worse])).body;
      expect(await taught()).toBe('Đã học từ 3 quyết định của trang: 1 đăng, 1 từ chối, 1 spam.');
      await service.json('DELETE', `/api/v1/decisions/${id}`, undefined, service.owner);
      expect(await taught()).toBe('Đã học từ 2 quyết định của trang: 1 đăng, 1 từ chối, 0 spam.');
    });

    test('has words of its own, tried on past comments before they are saved', async ({ service }) => {
      const site = await service.openSite();
      const said = { body: 'Nhà tôi trồng khoai lang tím.' };
      await service.send(site, said);
      const path = `/moderation/filter?site=${site}`;
      const { action, fields } = readForm(
        (await service.page(path, service.owner)).text,
        '/moderation/filter',
      );
      const words = { ...fields, held: 'khoai lang' };
      const tried = await service.form(action, { ...words, do: 'try' }, service.owner);
      expect([tried.status, tried.text.includes(said.body)]).toEqual([200, true]);
      expect((await service.send(site, { body: 'Tôi cũng trồng khoai lang.' })).body.state).toBe('published');
      const saved = await service.form(action, { ...words, do: 'save' }, service.owner);
      expect([saved.status, locationOf(saved)]).toEqual([303, `${path}&saved=yes`]);
      expect((await service.send(site, { body: 'Khoai lang nhà tôi ngọt hơn.' })).body.state).toBe('pending');
    });

    test('is part of what the desk counts', async ({ service }) => {
      const site = await service.heldSite();
      await service.decideNew('publish', await service.sendMany(site, 2));
      const { status, text } = await service.page(
        `/moderation/statistics?site=${site}&days=7`,
        service.owner,
      );
      expect([status, text.includes('<svg')]).toEqual([200, true]);
    });
  });
}
