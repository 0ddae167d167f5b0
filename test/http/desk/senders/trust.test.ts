import { expect, test } from 'vitest';
import { plainComment } from '../../../support/identity.ts';
import { dayMs } from './support.ts';
import { open, read } from './trusting.ts';

test('who has enough published comments and none refused is published at once, and marked', async () => {
  const { service, lan, send, earn, tab } = await open();
  expect((await earn()).map(({ state }) => state)).toEqual(['pending', 'pending']);
  const { id, state } = await send();
  expect(state).toBe('published');
  expect(await service.published()).toContain('Ý kiến thứ 3 của tôi.');
  const { trusted, comments } = await tab();
  expect([trusted, comments.map((one: { id: string }) => one.id)]).toEqual([1, [id]]);
  expect(comments[0]).toMatchObject({ trusted: 'unreviewed', badge: 'verified', state: 'published' });
  expect((await read(service, lan, id)).decided).toBeNull();
});

test('a stranger waits, and so does what a rule objects to, of a trusted reader too', async () => {
  const { service, as, send, earn, tab } = await open();
  await earn();
  expect((await service.send({ body: 'Tôi là người lạ.', challenge: undefined })).body.state).toBe('pending');
  const rude = plainComment({ body: 'Đm chúng mày, viết cái gì thế này.' });
  const held = await service.json('POST', '/api/v1/sites/demo/comments', rude, as());
  expect([held.body.state, (await send(as({ sub: 'u-18' }))).state, (await tab()).trusted]).toEqual([
    'pending',
    'pending',
    0,
  ]);
});

test('one refusal takes the trust away at once, its undoing gives it back', async () => {
  for (const action of ['reject', 'spam']) {
    const { send, decide, earn, undo } = await open();
    const [first] = await earn();
    const refused = await decide(action, first?.id ?? '');
    expect((await send()).state).toBe('pending');
    await undo(refused.id);
    expect((await send()).state).toBe('published');
  }
});

test('no reader washes a refusal away by taking the comment back, by erasing it or by an appeal', async () => {
  const { service, as, send, decide, earn } = await open();
  for (const [sub, how] of [
    ['u-1', 'withdraw'],
    ['u-2', 'erase'],
    ['u-3', 'appeal'],
  ] as const) {
    const [{ id, receipt }] = (await earn(as({ sub }))) as [{ id: string; receipt: string }];
    await send(as({ sub }));
    await decide('reject', id);
    const path = `/api/v1/receipts/${receipt}`;
    const asked = {
      withdraw: () => service.json('DELETE', path),
      erase: () => service.json('POST', `${path}/erasure`),
      appeal: () => service.json('POST', `${path}/appeals`, { text: 'Xin xem lại.' }),
    };
    expect((await asked[how]()).status).toBeLessThan(300);
    expect([how, (await send(as({ sub }))).state]).toEqual([how, 'pending']);
  }
});

test('trust is as old as the traces are kept, and outlives the key that they are hashed with', async () => {
  const { service, as, send, earn } = await open();
  await send(as({ sub: 'u-1' }));
  service.clock.now += 20 * dayMs;
  await earn(as());
  service.clock.now += 15 * dayMs;
  expect((await send(as())).state).toBe('published');
  service.clock.now += 31 * dayMs;
  expect((await send(as())).state).toBe('pending');
});

test('an article may be moderated by trust alone, and another not', async () => {
  const { service, lan, as, send, earn } = await open({ moderation: 'hold-all' });
  const [{ id }] = (await earn()) as [{ id: string }];
  expect((await send()).state).toBe('pending');
  await service.json('PATCH', `/api/v1/comments/${id}/article`, { moderation: 'publish-trusted' }, lan);
  expect((await send()).state).toBe('published');
  const elsewhere = plainComment({ article: { key: '/khac' }, body: 'Ở một bài khác.' });
  expect((await service.json('POST', '/api/v1/sites/demo/comments', elsewhere, as())).body.state).toBe(
    'pending',
  );
});

test('the first comments of everybody wait where the site says so, and the moderator reads why', async () => {
  const { service, lan, send, decide } = await open({ moderation: 'publish-clean', 'first-held': 2 });
  for (const [name, headers] of [
    ['address', { 'x-test-peer': '203.0.113.9' }],
    ['reader', undefined],
  ] as const) {
    const stranger = headers && { 'x-test-peer': '203.0.113.9' };
    const one = async () =>
      stranger
        ? (
            await service.send(
              { body: `Của ${name} ${service.clock.now++}.`, challenge: undefined },
              { headers: stranger },
            )
          ).body
        : await send();
    const first = [await one(), await one()];
    expect(first.map(({ state }) => state)).toEqual(['pending', 'pending']);
    const { findings } = await read(service, lan, first[0].id);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['first-held']);
    expect(findings[0].message).toContain('2 bình luận đầu tiên');
    await decide('publish', first[0].id);
    expect((await one()).state).toBe('pending');
    await decide('publish', first[1].id);
    expect([name, (await one()).state]).toEqual([name, 'published']);
  }
});
