import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { expectProblem, isoTime } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const read = async (service: Service, query: string) =>
  (await service.json('GET', `/api/v1/decisions?${query}`, undefined, service.owner)).body;

export function describeLog(test: ContractTest): void {
  describe('the log', () => {
    test('keeps every decision, newest first, also the undone', async ({ service }) => {
      const site = await service.heldSite();
      const [id = ''] = await service.sendMany(site, 1);
      const said = { reason: 'Lạc đề', note: 'đã nhắc' };
      const rejected = (await service.decideNew('reject', [id], said)).body.id;
      const [before] = (await read(service, `site=${site}`)).decisions;
      const undone = await service.json('DELETE', `/api/v1/decisions/${rejected}`, undefined, service.owner);
      const { decisions, nextCursor } = await read(service, `site=${site}`);
      const usual = { moderator: 'Chủ', createdAt: expect.stringMatching(isoTime), filter: null, count: 1 };
      const comment = { id, site, author: 'Nguyễn Thị Hòa', body: expect.stringMatching(/^Ý kiến/) };
      const entry = {
        ...usual,
        id: rejected,
        action: 'reject',
        ...said,
        undoes: null,
        undoneBy: null,
        comments: [{ ...comment, from: 'pending', to: 'rejected' }],
      };
      expect(before).toEqual(entry);
      expect([nextCursor, decisions]).toEqual([
        null,
        [
          {
            ...usual,
            id: undone.body.id,
            action: 'undo',
            reason: null,
            note: null,
            undoes: rejected,
            undoneBy: null,
            comments: [{ ...comment, from: 'rejected', to: 'pending' }],
          },
          { ...entry, undoneBy: undone.body.id },
        ],
      ]);
    });

    test('is narrowed by moderator and site, paged, and taken away as a table', async ({ service }) => {
      const site = await service.heldSite();
      const { link: _, ...lan } = await service.newModerator('Lan ghi sổ', [site]);
      const ids = await service.sendMany(site, 3);
      for (const id of ids) await service.decideNew('spam', [id], {}, id === ids[0] ? service.owner : lan);
      const named = new URLSearchParams({ site, moderator: 'Lan ghi sổ' });
      expect((await read(service, `${named}`)).decisions).toHaveLength(2);
      const first = await read(service, `site=${site}&limit=2`);
      const second = await read(service, `site=${site}&limit=2&cursor=${first.nextCursor}`);
      expect([...first.decisions, ...second.decisions].map(({ comments }) => comments[0].id)).toEqual(
        ids.toReversed(),
      );
      expectProblem(
        await service.json('GET', '/api/v1/decisions?limit=101', undefined, service.owner),
        422,
        'invalid',
      );
      const { headers, text } = await service.page(`/moderation/decisions.csv?site=${site}`, service.owner);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="decisions-[\d-]{10}\.csv"$/);
      expect(text.trimEnd().split('\r\n')).toHaveLength(4);
      const moved = await service.page(`/moderation/decisions?site=${site}`, lan);
      expect([moved.status, locationOf(moved)]).toEqual([301, `/moderation/log?site=${site}`]);
      expect((await service.page(locationOf(moved), lan)).text).toContain('Lan ghi sổ');
    });
  });
}
