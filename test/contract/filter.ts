import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { readForm } from './page.ts';
import type { ContractTest } from './suite.ts';

export function describeFilter(test: ContractTest): void {
  describe('the filter of a site', () => {
    test('says which model judges the comments of a site, and why', async ({ service }) => {
      const told = async (site: string) =>
        (await service.page(`/moderation/filter?site=${site}`, service.owner)).text;
      const few = 'Bộ lọc đang theo mô hình có sẵn: cần ít nhất 200 quyết định';
      expect(await told(await service.newSite())).toContain(few);
      const unlearning = await told(await service.newSite({ learning: 'off' }));
      expect(unlearning).not.toContain(few);
      expect(unlearning).toContain('Trang này không học từ các quyết định');
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
