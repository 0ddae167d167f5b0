import { expect, test } from 'vitest';
import { dayMs, hold, note, page, undo } from './support.ts';
import { open, read } from './trusting.ts';

type Opened = Awaited<ReturnType<typeof open>>;

/** The names and standings of a site's readers, as a program reads them. */
async function listed({ service, lan }: Opened, query = '') {
  const { body } = await service.json('GET', `/api/v1/readers?site=demo${query}`, undefined, lan);
  return body;
}

const lines = ({ readers }: { readers: { name: string; standing: string }[] }) =>
  readers.map(({ name, standing }) => [name, standing]);

test('the readers of a site are listed with how it stands to them, the last who wrote first', async () => {
  const desk = await open();
  const { service, lan, as, send, decide, earn } = desk;
  const people = ['Mới', 'Tin', 'Mất', 'Giữ', 'Chặn'].map((name) => as({ sub: name, name }));
  const [fresh = {}, trusted = {}, lost = {}, held = {}, blocked = {}] = people;
  await send(fresh);
  await earn(trusted);
  const [refused] = await earn(lost);
  await decide('reject', refused?.id ?? '');
  await earn(held);
  const [{ id }] = (await earn(blocked)) as [{ id: string }];
  const names = new Map(
    (await listed(desk)).readers.map((one: { name: string; id: string }) => [one.name, one.id]),
  );
  await hold(service, lan, encodeURIComponent(String(names.get('Giữ'))));
  await service.json('POST', '/api/v1/blocks', { comment: id, hours: 24 }, lan);
  const answer = await listed(desk);
  expect(lines(answer)).toEqual([
    ['Chặn', 'blocked'],
    ['Giữ', 'held'],
    ['Mất', 'lost'],
    ['Tin', 'trusted'],
    ['Mới', 'new'],
  ]);
  expect(answer.readers[2]).toEqual({
    id: expect.stringMatching(/^reader:[\w-]{43}$/),
    ...{ name: 'Mất', standing: 'lost', counts: { published: 1, refused: 1, waiting: 0 } },
    ...{ firstAt: expect.any(String), lastAt: expect.any(String) },
  });
  expect(Date.parse(answer.readers[2].firstAt)).toBe(Date.parse(answer.readers[2].lastAt) - 1000);
});

test('pages of readers follow each other without a gap, and a stranger is in none', async () => {
  const desk = await open();
  for (const name of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']) await desk.send(desk.as({ sub: name, name }));
  await desk.service.send({ challenge: undefined });
  const seen: string[] = [];
  let cursor = '';
  do {
    const answer = await listed(desk, `&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...answer.readers.map(({ name }: { name: string }) => name));
    cursor = answer.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual(['Năm', 'Bốn', 'Ba', 'Hai', 'Một']);
});

test('a reader is found by the beginnings of the words of their name, with marks or without', async () => {
  const desk = await open();
  for (const name of ['Nguyễn Thị Hòa', 'Đỗ Hoà', 'Nguyên Hoa'])
    await desk.send(desk.as({ sub: name, name }));
  const found = async (q: string) =>
    (await listed(desk, `&q=${encodeURIComponent(q)}`)).readers
      .map(({ name }: { name: string }) => name)
      .sort();
  expect(await found('ngu')).toEqual(['Nguyên Hoa', 'Nguyễn Thị Hòa']);
  expect(await found('nguyễn')).toEqual(['Nguyễn Thị Hòa']);
  expect(await found('hoà')).toEqual(['Nguyễn Thị Hòa', 'Đỗ Hoà']);
  expect(await found('do hoa')).toEqual(['Đỗ Hoà']);
  expect(await found('thu')).toEqual([]);
});

test('a reader is listed by their latest name, and no longer than there is a trace of them', async () => {
  const desk = await open();
  const { service, as, send } = desk;
  await send(as({ name: 'Tên cũ' }));
  const { receipt } = await send(as({ name: 'Tên mới' }));
  expect(lines(await listed(desk))).toEqual([['Tên mới', 'new']]);
  await service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
  expect(lines(await listed(desk))).toEqual([['Tên cũ', 'new']]);
});

test('a reader is one sender from whatever address, and is blocked as a person, told so as one', async () => {
  const desk = await open();
  const { service, lan, as, send } = desk;
  const from = (peer: string) => ({ ...as(), 'x-test-peer': peer });
  const [one, other] = [await send(from('203.0.113.9')), await send(from('2001:db8::7'))];
  const names = await Promise.all(
    [one, other].map(async ({ id }) => (await read(service, lan, id)).sender.id),
  );
  expect(names[0]).toBe(names[1]);
  const block = { comment: one.id, hours: 1, wide: true };
  const { body } = await service.json('POST', '/api/v1/blocks', block, lan);
  const refused = await send(from('198.51.100.4'));
  expect([refused.status, refused.detail]).toEqual([
    429,
    expect.stringContaining('không nhận bình luận của bạn'),
  ]);
  expect((await send({ ...as({ sub: 'u-18' }), 'x-test-peer': '203.0.113.9' })).state).toBe('pending');
  const [listedBlock] = (await service.json('GET', '/api/v1/blocks', undefined, lan)).body.blocks;
  expect(listedBlock).toMatchObject({ sender: names[0], wide: false });
  await undo(service, lan, body.act);
  expect((await send(from('203.0.113.9'))).state).toBe('pending');
});

test('the desk speaks of a person where the site vouches for one, and of a network where it does not', async () => {
  const { service, lan, as, send } = await open();
  const known = (await send(as())).id;
  const stranger = (await service.send({ challenge: undefined })).body.id;
  const names = await Promise.all(
    [known, stranger].map(async (id) => (await read(service, lan, id)).sender.id),
  );
  const [person = '', network = ''] = await Promise.all(
    names.map((name) => page(service, lan, `/moderation/senders/${encodeURIComponent(name)}?site=demo`)),
  );
  expect(person).toContain('Trang báo đã xác thực người này');
  expect(person).toContain('Chặn người này.');
  expect(person).not.toMatch(/kết nối mạng|\/48/);
  expect(network).toContain('Một người gửi là một kết nối mạng');
  const shown = await page(service, lan, `/moderation/comments/${known}`);
  expect(shown).toContain('<span class="badge">Đã xác thực</span>');
  expect(shown).not.toContain('kết nối mạng');
  expect(await page(service, lan, '/moderation')).toContain('<span class="chip known">Đã xác thực</span>');
});

test('what is known of a reader stays one history when the key of their name changes', async () => {
  const desk = await open();
  const { service, lan, as, send } = desk;
  await send(as({ sub: 'u-1', name: 'Người khác' }));
  service.clock.now += 20 * dayMs;
  const { id } = await send(as());
  const nameOf = async () => encodeURIComponent((await read(service, lan, id)).sender.id);
  const former = await nameOf();
  await note(service, lan, former, 'Cộng tác viên');
  await hold(service, lan, former, { reason: 'Xem đã' });
  service.clock.now += 12 * dayMs;
  await send(as());
  const present = await nameOf();
  expect(present).not.toBe(former);
  const known = (await service.json('GET', `/api/v1/senders/${present}?site=demo`, undefined, lan)).body;
  expect(known).toMatchObject({
    counts: { pending: 2 },
    notes: [{ text: 'Cộng tác viên' }],
    held: { reason: 'Xem đã' },
  });
  expect(lines(await listed(desk))).toEqual([
    ['Trần Minh Quân', 'held'],
    ['Người khác', 'new'],
  ]);
});

test('the page lists, finds and leads on, and says how readers come to be known where they do not', async () => {
  const { service, lan, as, send } = await open();
  await send(as());
  const shown = await page(service, lan, '/moderation/readers?site=demo');
  expect(shown).toMatch(
    /href="\/moderation\/senders\/reader%3A[\w-]{43}\?site=demo"><b><bdi>Trần Minh Quân</,
  );
  expect(shown).toContain('<span class="chip">Mới</span>');
  expect(await page(service, lan, '/moderation/readers?q=kh%C3%B4ng')).toContain(
    'Không có bạn đọc nào có tên',
  );
  expect(await page(service, lan, '/moderation')).toContain(
    'href="/moderation/readers">Bạn đọc đã đăng nhập</a>',
  );
  await service.addSite('bao');
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const off = await page(service, owner, '/moderation/readers?site=bao');
  expect(off).toContain('Trang này chưa nhận bạn đọc đã đăng nhập.');
  expect(off).toContain('href="/moderation/sites/bao');
});

test('a moderator of another site reads nothing of the readers, nor by the page', async () => {
  const { service, as, send } = await open();
  await send(as());
  await service.addSite('khac');
  const stranger = await service.addModerator('Lạ', { sites: ['khac'] });
  const asked = await service.json('GET', '/api/v1/readers?site=demo', undefined, stranger);
  expect([
    asked.status,
    (await service.request('/moderation/readers?site=demo', { headers: stranger })).status,
  ]).toEqual([404, 404]);
  expect((await service.json('GET', '/api/v1/readers?site=demo')).status).toBe(401);
});
