import { describe, expect } from 'vitest';
import { locationOf } from './client.ts';
import { readForm } from './page.ts';
import { expectProblem, isoTime } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const createdAt = expect.stringMatching(isoTime);
const address = (receipt: string) => `/api/v1/receipts/${receipt}`;
const follow = (service: Service, receipt: string) => service.json('GET', address(receipt));
const appeal = (service: Service, receipt: string, text: string) =>
  service.json('POST', `${address(receipt)}/appeals`, { text });

async function reject(service: Service) {
  const { id, receipt } = (await service.send(await service.heldSite())).body;
  await service.decideNew('reject', [id], { reason: 'Không đúng chủ đề' });
  return { id, receipt };
}

export function describeReceipts(test: ContractTest): void {
  describe('with the receipt of a comment, its author', () => {
    test('follows it, and reads why it was rejected', async ({ service }) => {
      const { id, receipt } = (await service.send(await service.heldSite())).body;
      expect((await follow(service, receipt)).body).toEqual({ id, state: 'pending', createdAt });
      await service.decideNew('reject', [id], { reason: 'Không đúng chủ đề', note: 'chỉ cho đồng nghiệp' });
      const reason = 'Không đúng chủ đề';
      expect((await follow(service, receipt)).body).toEqual({ id, state: 'rejected', reason, createdAt });
    });

    test('withdraws it, once or twice, and nobody reads it any more', async ({ service }) => {
      const site = await service.openSite();
      const { id, receipt } = (await service.send(site)).body;
      for (const _ of [1, 2]) {
        const gone = await service.request('DELETE', address(receipt));
        expect([gone.status, gone.text]).toEqual([204, '']);
      }
      expect((await follow(service, receipt)).body).toEqual({ id, state: 'withdrawn', createdAt });
      expect((await service.thread(site)).body.comments).toEqual([]);
      const late = await service.decide({ action: 'publish', comments: [{ id, version: 2 }] });
      expect([late.status, late.body.results[0].state]).toEqual([409, 'withdrawn']);
    });

    test('asks once for another look at what was rejected', async ({ service }) => {
      const { id, receipt } = await reject(service);
      const empty = await appeal(service, receipt, ' ');
      expect(expectProblem(empty, 422, 'invalid')).toEqual(['text: required']);
      const taken = await appeal(service, receipt, 'Tôi trích lời trong bài.');
      expect([taken.status, taken.body]).toEqual([202, { id, state: 'pending' }]);
      expectProblem(await appeal(service, receipt, 'Lần nữa.'), 409, 'conflict');
      const { state, appealedAt } = (await follow(service, receipt)).body;
      expect([state, appealedAt]).toEqual(['pending', createdAt]);
      const { comments } = (await service.queue('appealed=yes&sort=newest&limit=1')).body;
      expect(comments).toMatchObject([{ id, appeal: { text: 'Tôi trích lời trong bài.', at: createdAt } }]);
    });

    test('does the same on its page, by forms', async ({ service }) => {
      const { receipt } = await reject(service);
      const path = `/receipts/${receipt}`;
      const page = (await service.page(path)).text;
      expect(page).toContain('Không đúng chủ đề');
      const asked = readForm(page, `${path}/appeal`);
      const refused = await service.form(asked.action, { text: 'x'.repeat(1001) });
      expect([refused.status, readForm(refused.text, `${path}/appeal`).fields.text?.length]).toEqual([
        422, 1001,
      ]);
      const taken = await service.form(asked.action, { text: 'Xin xem lại.' });
      expect([taken.status, locationOf(taken)]).toEqual([303, path]);
      const withdrawal = readForm((await service.page(`${path}/withdraw`)).text, `${path}/withdraw`);
      const gone = await service.form(withdrawal.action, {});
      expect([gone.status, locationOf(gone)]).toEqual([303, path]);
      expect((await service.page(path)).text).toContain('Bạn đã rút lại bình luận này');
    });

    test('has no appeal against what was not rejected, and nothing without the receipt', async ({
      service,
    }) => {
      const { id, receipt } = (await service.send(await service.heldSite())).body;
      expectProblem(await appeal(service, receipt, 'Vì sao?'), 409, 'conflict');
      for (const wrong of ['khong-co', id, `${id}.x`, `${receipt}x`]) {
        expectProblem(await follow(service, wrong), 404, 'not-found');
        expectProblem(await service.request('DELETE', address(wrong)), 404, 'not-found');
      }
    });
  });

  describe('any reader', () => {
    test('reports a published comment, which changes nothing public', async ({ service }) => {
      const site = await service.openSite();
      const [id] = await service.sendMany(site, 1);
      const path = `/api/v1/sites/${site}/comments/${id}/reports`;
      const sent = await service.json('POST', path, { reason: 'insult', details: 'Nặng lời.' });
      expect([sent.status, sent.body]).toEqual([202, { reported: true }]);
      expectProblem(await service.json('POST', path, { reason: 'khác' }), 422, 'invalid');
      const unknown = await service.json('POST', path.replace(`${id}`, 'khong-co'), { reason: 'spam' });
      expectProblem(unknown, 404, 'not-found');
      expect((await service.thread(site)).body.comments).toHaveLength(1);
      const { comments, reported } = (await service.queue(`site=${site}&state=reported`)).body;
      expect(reported).toBe(1);
      expect(comments[0].reports).toEqual([{ reason: 'insult', details: 'Nặng lời.', at: createdAt }]);
    });

    test('reports by a form too', async ({ service }) => {
      const site = await service.openSite();
      const [id] = await service.sendMany(site, 1);
      const path = `/embed/${site}/comments/${id}/report`;
      const { action, fields } = readForm((await service.page(path)).text, path);
      const refused = await service.form(action, { details: 'Chưa chọn lý do.' });
      expect([refused.status, readForm(refused.text, path).fields.details]).toEqual([
        422,
        'Chưa chọn lý do.',
      ]);
      const sent = await service.form(action, { ...fields, reason: 'spam' });
      expect([sent.status, locationOf(sent)]).toEqual([303, expect.stringMatching(`&reported=${id}$`)]);
      expect((await service.page(locationOf(sent))).text).toContain('Cảm ơn bạn đã báo cáo');
    });
  });
}
