import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Parts, plainComment, vouching } from '../../support/identity.ts';
import { startMailing } from '../../support/mailing.ts';

test('the mailbox of a known reader is kept only where they ask to be told, and what they type comes before it', async () => {
  const { service } = await startMailing();
  const site = await vouching(service);
  const send = async (says: Parts, sends: Parts) => {
    service.clock.now += 1000;
    const comment = plainComment(sends);
    return service.json('POST', '/api/v1/sites/demo/comments', comment, site.as(says));
  };
  const own = { email: 'quan@bao.example' };
  await send(own, { body: 'Không hỏi.' });
  await send(own, { body: 'Báo cho tôi.', notify: true });
  await send(own, { body: 'Ở địa chỉ này.', notify: true, email: 'rieng@example.com' });
  const { status, body } = await send({}, { body: 'Ở đâu?', notify: true });
  expect([status, body.errors.map(({ field }: Parts) => field)]).toEqual([422, ['email']]);
  const stored = sql`select email from comments order by created_at`.compile(build);
  expect(await service.deps.database.query(stored)).toEqual([
    { email: null },
    { email: 'quan@bao.example' },
    { email: 'rieng@example.com' },
  ]);
});

test('the form asks for a mailbox where none is known, and not where one is', async () => {
  const { service } = await startMailing();
  const site = await vouching(service);
  const show = async (headers: Record<string, string>) =>
    (await service.request('/embed/demo?article=/bai-viet', { headers })).text();
  const [known, unknown] = [await show(site.as({ email: 'quan@bao.example' })), await show(site.as())];
  expect([known.includes('name="notify"'), known.includes('name="email"')]).toEqual([true, false]);
  expect([unknown.includes('name="notify"'), unknown.includes('name="email"')]).toEqual([true, true]);
  expect(known + unknown).not.toContain('quan@bao.example');
});
