import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { findTag, readForm } from './page.ts';
import { expectProblem } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

interface Result {
  id: string;
  outcome: string;
}

const undo = (service: Service, id: string) =>
  service.json('DELETE', `/api/v1/decisions/${id}`, undefined, service.owner);

const countsOf = async (service: Service, site: string) => (await service.queue(`site=${site}`)).body.counts;

export function describeDecisions(test: ContractTest): void {
  describe('a decision', () => {
    test('is done, and what it publishes is public', async ({ service }) => {
      const site = await service.heldSite();
      const [one = '', other = ''] = await service.sendMany(site, 2);
      const decided = await service.decideNew('publish', [one, other]);
      expect([decided.status, decided.body]).toEqual([
        201,
        {
          id: expect.stringMatching(/^\S+$/),
          action: 'publish',
          results: [one, other].map((id) => ({ id, outcome: 'done', state: 'published', version: 2 })),
        },
      ]);
      const { comments } = (await service.thread(site)).body;
      expect(comments.map(({ id }: Result) => id)).toEqual([one, other]);
    });

    test('of two at once is one moderator’s, and the other sees where it stands', async ({ service }) => {
      const [id = ''] = await service.sendMany(await service.heldSite(), 1);
      const both = await Promise.all(['publish', 'reject'].map((action) => service.decideNew(action, [id])));
      const [won, lost] = both.sort((one, other) => one.status - other.status);
      expect([won?.status, lost?.status]).toEqual([201, 409]);
      expect([lost?.body.id, lost?.body.results]).toEqual([
        null,
        [{ ...won?.body.results[0], outcome: 'conflict' }],
      ]);
    });

    test('leaves what someone else decided, and tells what is not there', async ({ service }) => {
      const site = await service.heldSite();
      const [first = '', second = ''] = await service.sendMany(site, 2);
      await service.decideNew('spam', [first]);
      const mixed = await service.decideNew('publish', [first, second, 'khong-co']);
      expect([mixed.status, mixed.body.results]).toEqual([
        409,
        [
          { id: first, outcome: 'conflict', state: 'spam', version: 2 },
          { id: second, outcome: 'done', state: 'published', version: 2 },
          { id: 'khong-co', outcome: 'missing', state: null, version: null },
        ],
      ]);
      expect((await service.decideNew('publish', ['khong-co'])).status).toBe(404);
      expect(await countsOf(service, site)).toEqual({ pending: 0, published: 1, rejected: 0, spam: 1 });
    });

    test('is undone as a whole, but for what was decided again since', async ({ service }) => {
      const site = await service.heldSite();
      const ids = await service.sendMany(site, 2);
      const rejected = (await service.decideNew('reject', ids)).body;
      const undone = await undo(service, rejected.id);
      expect([undone.status, undone.body.action]).toEqual([200, 'undo']);
      expect(await countsOf(service, site)).toEqual({ pending: 2, published: 0, rejected: 0, spam: 0 });
      const [first = '', second = ''] = ids;
      const spam = (await service.decide({ action: 'spam', comments: ids.map((id) => ({ id, version: 3 })) }))
        .body;
      await service.decide({ action: 'restore', comments: [{ id: first, version: 4 }] });
      const late = await undo(service, spam.id);
      const outcomes = Object.fromEntries(late.body.results.map(({ id, outcome }: Result) => [id, outcome]));
      expect([late.status, outcomes]).toEqual([409, { [first]: 'conflict', [second]: 'done' }]);
      expectProblem(await undo(service, 'khong-co'), 404, 'not-found');
    });

    test('of all that match is taken only where as many match as were told', async ({ service }) => {
      const site = await service.heldSite();
      await service.sendMany(site, 3);
      await service.send(site, { article: { key: '/khac' } });
      const all = { action: 'publish', filter: { site, article: '/bai' } };
      expectProblem(await service.decide({ ...all, expected: 2 }), 409, 'conflict');
      expect((await countsOf(service, site)).pending).toBe(4);
      const decided = await service.decide({ ...all, expected: 3 });
      expect([decided.status, decided.body.results.length]).toEqual([201, 3]);
      expect(await countsOf(service, site)).toEqual({ pending: 1, published: 3, rejected: 0, spam: 0 });
      expect(expectProblem(await service.decide(all), 422, 'invalid')).toEqual(['expected: required']);
      expectProblem(await service.decide({ action: 'publish' }), 422, 'invalid');
      expectProblem(await service.decide({ ...all, action: 'xóa', expected: 0 }), 422, 'invalid');
    });

    test('is taken and undone by the forms of the desk', async ({ service }) => {
      const site = await service.heldSite();
      const [id] = await service.sendMany(site, 1);
      const path = `/moderation?site=${site}`;
      const form = readForm(
        (await service.page(path, service.owner)).text,
        '/moderation/decisions',
        `${id}:1`,
      );
      const decided = await service.form(form.action, { ...form.fields, action: 'publish' }, service.owner);
      expect([decided.status, locationOf(decided)]).toEqual([
        303,
        expect.stringMatching(/^\/moderation\?.*decided=/),
      ]);
      const late = await service.form(form.action, { ...form.fields, action: 'spam' }, service.owner);
      expect([late.status, findTag(late.text, 'role="alert"')]).toEqual([
        409,
        '<div class="notice bad" role="alert">',
      ]);
      const back = (await service.page(locationOf(decided), service.owner)).text;
      const undoing = readForm(back, '/moderation/decisions/');
      const undone = await service.form(undoing.action, undoing.fields, service.owner);
      expect([undone.status, (await countsOf(service, site)).pending]).toEqual([303, 1]);
    });

    test('of many is shown with its number before it is taken', async ({ service }) => {
      const site = await service.heldSite();
      await service.sendMany(site, 3);
      const { text } = await service.page(`/moderation/bulk?site=${site}`, service.owner);
      const { action, fields } = readForm(text, '/moderation/decisions');
      expect(fields.expected).toBe('3');
      const decided = await service.form(action, { ...fields, action: 'spam' }, service.owner);
      expect([decided.status, (await countsOf(service, site)).spam]).toEqual([303, 3]);
      const page = (await service.page(`/moderation?site=${site}&state=spam`, service.owner)).text;
      expect(findTag(page, 'data-count="spam"')).not.toBe('');
      expect(page.match(/<li class="row[" ]/g)).toHaveLength(3);
    });
  });
}
