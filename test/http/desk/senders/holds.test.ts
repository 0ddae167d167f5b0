import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../../src/store/database.ts';
import { actsOf, card, dayMs, type Headers, hold, nameOf, open, page, release, undo } from './support.ts';

const household = (n: number) => ({ 'x-test-peer': `2001:db8:1:20${n}::a` });

test('all that a held sender sends waits and says why, and what others send is published', async () => {
  const { service, lan, send, id } = await open();
  const done = await hold(service, lan, await nameOf(service, lan, id), { reason: 'Gửi dồn dập' });
  expect([done.status, done.body]).toEqual([200, { held: true, act: expect.any(String) }]);
  const held = await send();
  expect([held.state, (await send({ 'x-test-peer': '203.0.113.10' })).state]).toEqual([
    'pending',
    'published',
  ]);
  const { findings, sender } = await card(service, lan, held.id);
  expect(findings).toEqual([
    { rule: 'held-sender', verdict: 'hold', message: 'Người gửi này đang được giữ để duyệt.' },
  ]);
  expect(sender.held).toEqual({ by: 'Lan', reason: 'Gửi dồn dập', at: '2026-02-08T07:30:00.000Z' });
});

test('who is released is published again, and holding or releasing twice is once', async () => {
  const { service, lan, send, id } = await open();
  const name = await nameOf(service, lan, id);
  await hold(service, lan, name, { reason: 'Lần một' });
  expect((await hold(service, lan, name, { reason: 'Lần hai' })).body.act).toBe(null);
  expect((await card(service, lan, id)).sender.held.reason).toBe('Lần một');
  expect((await release(service, lan, name)).body).toEqual({ held: false, act: expect.any(String) });
  expect((await release(service, lan, name)).body.act).toBe(null);
  expect([(await send()).state, (await card(service, lan, id)).sender.held]).toEqual(['published', null]);
  await hold(service, lan, name);
  expect((await send()).state).toBe('pending');
});

test('a hold is of a household, or of the whole network around it', async () => {
  const { service, lan, send, id } = await open(household(1));
  const name = await nameOf(service, lan, id);
  await hold(service, lan, name);
  const stands = async (from: Headers) => (await send(from)).state;
  const elsewhere = { 'x-test-peer': '2001:db8:1:3000::a' };
  expect([await stands(household(2)), await stands(elsewhere)]).toEqual(['pending', 'published']);
  await hold(service, lan, name, { wide: true });
  expect(await stands(elsewhere)).toBe('pending');
  await release(service, lan, name);
  expect([await stands(household(2)), await stands(elsewhere)]).toEqual(['published', 'published']);
});

test('a hold lasts over a change of keys, to the end of the sender’s term', async () => {
  const { service, lan, send, id } = await open();
  service.clock.now += 20 * dayMs;
  await send();
  await hold(service, lan, await nameOf(service, lan, id));
  service.clock.now += 11 * dayMs;
  const late = await send();
  expect(late.state).toBe('pending');
  expect(await nameOf(service, lan, late.id)).not.toBe(await nameOf(service, lan, id));
});

test('where it cannot be told whether a sender is held, nothing of theirs is taken', async () => {
  const { service, send } = await open();
  const { database } = service.deps;
  await database.query(sql`alter table sender_holds rename to gone`.compile(build));
  const failed = await send();
  expect(failed).toMatchObject({ status: 500 });
  await database.query(sql`alter table gone rename to sender_holds`.compile(build));
  expect((await send()).state).toBe('published');
});

test('whether somebody is held costs a comment no query of its own', async () => {
  const { service, lan, send, id } = await open();
  const { database } = service.deps;
  const asked: string[] = [];
  const query = database.query.bind(database);
  database.query = (one) => {
    asked.push(one.sql);
    return query(one);
  };
  const count = async () => {
    asked.length = 0;
    await send();
    return [asked.length, asked.filter((text) => /blocks|sender_holds/.test(text)).length];
  };
  const before = await count();
  await hold(service, lan, await nameOf(service, lan, id));
  expect([before[1], await count()]).toEqual([1, before]);
});

test('only who moderates the site holds, releases, notes or sees its senders', async () => {
  const { service, lan, id } = await open();
  const name = await nameOf(service, lan, id);
  await service.addSite('khac');
  const minh = await service.addModerator('Minh', { sites: ['khac'] });
  const tried = [
    await hold(service, minh, name),
    await release(service, minh, name),
    await service.json('GET', `/api/v1/senders/${name}?site=demo`, undefined, minh),
    await service.json('GET', `/api/v1/senders/${name}?site=khac`, undefined, minh),
    await service.json('POST', `/api/v1/senders/${name}/notes?site=demo`, { text: 'x' }, minh),
    await service.json('DELETE', `/api/v1/blocks/${name}?site=demo`, undefined, minh),
    await service.json('POST', '/api/v1/blocks', { comment: id, hours: 1 }, minh),
  ];
  expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  expect((await service.request(`/moderation/senders/${name}?site=demo`, { headers: minh })).status).toBe(
    404,
  );
});

test('at the desk a sender is held from a comment and released from the list', async () => {
  const { service, lan, send, id } = await open();
  const held = await service.form(`/moderation/comments/${id}/hold`, { do: 'hold', reason: 'Dồn dập' }, lan);
  expect([held.status, held.headers.get('location')?.split('?')[0]]).toEqual([
    303,
    `/moderation/comments/${id}`,
  ]);
  expect(await page(service, lan, '/moderation/blocks')).toContain('Dồn dập');
  const sender = await nameOf(service, lan, id);
  expect((await send()).state).toBe('pending');
  const released = await service.form('/moderation/holds/release', { site: 'demo', sender }, lan);
  expect([released.status, (await send()).state]).toEqual([303, 'published']);
});

test('a hold and a release are acts that name no sender, each undone unless somebody did otherwise since', async () => {
  const { service, lan, send, id } = await open();
  const minh = await service.addModerator('Minh', { sites: ['demo'] });
  const name = await nameOf(service, lan, id);
  const held = (await hold(service, lan, name, { reason: 'Dồn dập' })).body.act;
  service.clock.now += 1000;
  const released = (await release(service, lan, name)).body.act;
  expect((await undo(service, minh, held)).status).toBe(409);
  service.clock.now += 1000;
  expect((await undo(service, minh, released)).status).toBe(200);
  service.clock.now += 1000;
  expect((await card(service, lan, id)).sender.held).toMatchObject({ by: 'Lan', reason: 'Dồn dập' });
  expect((await undo(service, minh, held)).status).toBe(200);
  expect((await send()).state).toBe('published');
  expect((await undo(service, minh, held)).status).toBe(409);
  const log = await actsOf(service, lan);
  expect(log).toEqual([
    { kind: 'sender-hold', comment: id },
    { kind: 'sender-release', comment: id },
    { kind: 'undo', of: 'sender-release', comment: id },
    { kind: 'undo', of: 'sender-hold', comment: id },
  ]);
});

test('a release is not undone where the sender is held anew', async () => {
  const { service, lan, id } = await open();
  const name = await nameOf(service, lan, id);
  await hold(service, lan, name);
  const released = (await release(service, lan, name)).body.act;
  await hold(service, lan, name, { reason: 'Lần hai' });
  expect((await undo(service, lan, released)).status).toBe(409);
  expect((await card(service, lan, id)).sender.held.reason).toBe('Lần hai');
});
