import { describe, expect } from 'vitest';
import { expectProblem } from './problem.ts';
import type { ContractTest } from './suite.ts';
import { doWork } from './work.ts';

export function describeIdempotency(test: ContractTest): void {
  describe('an idempotency key', () => {
    test('eight at once get one answer, and store one comment', async ({ service }) => {
      const site = await service.newSite();
      const { id, proofOfWork } = (await service.json('POST', `/api/v1/sites/${site}/challenges`)).body;
      const comment = {
        body: 'Chỉ một lần thôi.',
        challenge: { id, proofOfWork: await doWork(proofOfWork) },
      };
      const key = { 'idempotency-key': 'mot-lan' };
      const answers = await Promise.all(Array.from({ length: 8 }, () => service.send(site, comment, key)));
      expect(answers.map(({ status, body }) => ({ status, ...body }))).toEqual(
        Array(8).fill({ status: 202, ...answers[0]?.body }),
      );
      expect((await service.send(site, comment, key)).body).toEqual(answers[0]?.body);
      expect((await service.queue(`site=${site}`)).body.counts.pending).toBe(1);
    });

    test('without captcha it holds as well', async ({ service }) => {
      const site = await service.heldSite();
      const send = () => service.send(site, { body: 'Một.' }, { 'idempotency-key': 'k' });
      const answers = await Promise.all(Array.from({ length: 8 }, send));
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect((await service.queue(`site=${site}`)).body.counts.pending).toBe(1);
    });

    test('with another body it is refused, and on another site it is another', async ({ service }) => {
      const site = await service.heldSite();
      const key = { 'idempotency-key': 'k' };
      const { id } = (await service.send(site, { body: 'Một.' }, key)).body;
      expectProblem(await service.send(site, { body: 'Hai.' }, key), 409, 'conflict');
      const elsewhere = await service.send(await service.heldSite(), { body: 'Một.' }, key);
      expect([elsewhere.status, elsewhere.body.id === id]).toEqual([202, false]);
      const unreadable = await service.send(site, {}, { 'idempotency-key': 'x'.repeat(256) });
      expect(expectProblem(unreadable, 422, 'invalid')).toEqual(['idempotency-key: unknown']);
    });
  });
}
