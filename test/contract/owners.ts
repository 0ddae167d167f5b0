import { describe, expect } from 'vitest';
import { attribute, findTag, linksOf, readForm } from './page.ts';
import { expectProblem } from './problem.ts';
import { password } from './service.ts';
import type { ContractTest } from './suite.ts';

export function describeOwners(test: ContractTest): void {
  describe('an owner', () => {
    test('adds a site, whose page shows the line that embeds it', async ({ service }) => {
      const site = await service.newSite();
      const { text } = await service.page(`/moderation/sites/${site}?done=added`, service.owner);
      expect(text).toContain(`data-site=&quot;${site}&quot;`);
      const { fields } = readForm(text, `/moderation/sites/${site}`);
      expect(fields).toMatchObject({
        language: 'vi',
        origins: '',
        moderation: 'hold-all',
        captcha: 'auto',
        pace: 'on',
        'max-length': '2000',
        'close-after-days': '0',
      });
      const taken = { id: site, name: 'Trùng mã', origins: '' };
      const again = await service.form('/moderation/sites', taken, service.owner);
      expect([again.status, readForm(again.text, '/moderation/sites').fields]).toEqual([422, taken]);
    });

    test('is told what is wrong with a setting, and nothing is changed by it', async ({ service }) => {
      const site = await service.newSite();
      const path = `/moderation/sites/${site}`;
      const { action, fields } = readForm((await service.page(path, service.owner)).text, path);
      const wrong = { ...fields, name: 'Tên khác', origins: 'bao.example', 'max-length': '0' };
      const refused = await service.form(action, wrong, service.owner);
      expect([refused.status, readForm(refused.text, path).fields]).toEqual([422, wrong]);
      expect(attribute(findTag(refused.text, 'id="origins"'), 'aria-invalid')).toBe('true');
      expect(readForm((await service.page(path, service.owner)).text, path).fields).toEqual(fields);
    });

    test('gives a moderator some sites by a one-time link, and no others', async ({ service }) => {
      const [own, other] = [await service.heldSite(), await service.heldSite()];
      const [mine = ''] = await service.sendMany(own, 1);
      const [theirs = ''] = await service.sendMany(other, 1);
      const { link, ...lan } = await service.newModerator('Lan của một báo', [own]);
      expect((await service.page(link)).status).toBe(404);
      const { comments, counts } = (await service.queue('', lan)).body;
      expect([comments.map(({ id }: { id: string }) => id), counts.pending]).toEqual([[mine], 1]);
      expectProblem(await service.queue(`site=${other}`, lan), 404, 'not-found');
      const abroad = await service.decideNew('publish', [theirs], {}, lan);
      expect([abroad.status, abroad.body.results]).toEqual([
        404,
        [{ id: theirs, outcome: 'missing', state: null, version: null }],
      ]);
      expect((await service.decideNew('publish', [mine], {}, lan)).status).toBe(201);
      for (const path of ['/moderation/sites', '/moderation/moderators']) {
        expect([path, (await service.page(path, lan)).status]).toEqual([path, 403]);
      }
    });

    test('gives a new password, and shuts out who may no longer moderate', async ({ service }) => {
      const { link: _, ...lan } = await service.newModerator('Lan nghỉ việc', ['demo']);
      const list = (await service.page('/moderation/moderators', service.owner)).text;
      const own = /href="([^"]+)"[^>]*>(?:<bdi>)?Lan nghỉ việc</.exec(list)?.[1] ?? '';
      expect(linksOf(list)).toContain(own);
      const reset = await service.form(`${own}/password`, {}, service.owner);
      const link = /http\S+(\/moderation\/setup\/[\w.]+)/.exec(reset.text)?.[1] ?? '';
      expect((await service.queue('', lan)).status).toBe(401);
      expect((await service.form(link, { password: 'ngắn' })).status).toBe(422);
      expect((await service.form(link, { password })).status).toBe(303);
      const name = 'Lan nghỉ việc';
      expect((await service.json('POST', '/api/v1/session', { name, password })).status).toBe(204);
      expect((await service.form(`${own}/disable`, {}, service.owner)).status).toBe(303);
      expect((await service.json('POST', '/api/v1/session', { name, password })).status).toBe(401);
    });
  });
}
