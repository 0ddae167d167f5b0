import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

type Headers = Record<string, string>;

/** Two sites; an owner and a moderator of both, and a moderator of one. */
async function startDesk() {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  await service.addSite('khac', { captcha: 'off' });
  const sites = ['demo', 'khac'];
  const people = {
    lan: await service.addModerator('Lan', { role: 'owner' }),
    minh: await service.addModerator('Minh', { sites }),
    an: await service.addModerator('An', { sites: ['khac'] }),
  };
  const list = async (who: Headers) =>
    (await service.json('GET', '/api/v1/views', undefined, who)).body.views;
  const save = (who: Headers, name: string, asked = 'q=xin', more: object = {}) =>
    service.json('POST', '/api/v1/views', { name, asked, ...more }, who);
  const end = async (who: Headers, id: string) =>
    (await service.json('DELETE', `/api/v1/views/${id}`, undefined, who)).status;
  const change = async (who: Headers, id: string, fields: Record<string, string>) =>
    (await service.form(`/moderation/views/${id}`, { name: 'Tên', ...fields }, who)).status;
  const names = async (who: Headers) => (await list(who)).map(({ name }: { name: string }) => name);
  const page = async (who: Headers, path = '/moderation') =>
    (await service.request(path, { headers: who })).text();
  const acts = async () =>
    (await service.json('GET', '/api/v1/acts', undefined, people.lan)).body.acts
      .filter(({ kind }: { kind: string }) => kind.startsWith('view'))
      .map(({ kind, details }: { kind: string; details: { name: string } }) => `${kind} ${details.name}`);
  return { service, ...people, list, save, end, change, names, page, acts };
}

test('a view keeps what narrows the queue, with how many comments it has', async () => {
  const { service, lan, minh, list, save } = await startDesk();
  await service.send({ body: 'Xin hỏi', challenge: undefined });
  await service.send({ body: 'Không hỏi gì', challenge: undefined });
  const { status, body } = await save(minh, '  Câu  hỏi ', 'state=pending&q=xin&cursor=abc&decided=x');
  expect(status).toBe(201);
  expect(await list(minh)).toEqual([
    {
      id: body.id,
      name: 'Câu hỏi',
      asked: 'state=pending&q=xin',
      shared: false,
      own: true,
      by: 'Minh',
      count: 1,
    },
  ]);
  expect(await list(lan)).toEqual([]);
  service.clock.now += 10_000;
  for (let more = 0; more < 3; more += 1)
    await service.send({ body: `Xin hỏi thêm ${more}`, challenge: undefined });
  expect((await list(minh))[0].count).toBe(4);
});

test('a name is used once by each, and no more views are kept than there is room for', async () => {
  const { lan, minh, save, names } = await startDesk();
  for (let count = 0; count < 30; count += 1) expect((await save(minh, `Số ${count}`)).status).toBe(201);
  expect((await save(minh, 'Thêm')).body.errors).toMatchObject([{ field: 'name', code: 'too-many' }]);
  expect((await save(lan, 'Số 1')).status).toBe(201);
  expect((await save(lan, 'Số 1')).body.errors).toMatchObject([{ field: 'name', code: 'taken' }]);
  for (const name of ['', ' ', 'x'.repeat(61), '\u200b'])
    expect([name, (await save(lan, name)).status]).toEqual([name, 422]);
  expect(await names(lan)).toEqual(['Số 1']);
});

test('what is no filter of one’s own sites is not saved', async () => {
  const { an, minh, save, names } = await startDesk();
  expect((await save(minh, 'a', 'risk-min=3')).status).toBe(422);
  expect((await save(minh, 'b', 'state=withdrawn')).status).toBe(422);
  expect((await save(an, 'c', 'site=demo')).status).toBe(404);
  expect([await names(an), await names(minh)]).toEqual([[], []]);
});

test('an owner shares a view with the moderators of its site, and nobody else does', async () => {
  const { lan, minh, an, save, names, change, list } = await startDesk();
  expect((await save(minh, 'Riêng', 'q=xin', { shared: true })).status).toBe(403);
  const ofDemo = (await save(lan, 'Của demo', 'site=demo', { shared: true })).body.id;
  await save(lan, 'Của mọi trang', 'q=xin', { shared: true });
  await save(lan, 'Của riêng Lan');
  expect(await names(minh)).toEqual(['Của demo', 'Của mọi trang']);
  expect(await names(an)).toEqual(['Của mọi trang']);
  expect((await list(minh))[0]).toMatchObject({ shared: true, own: false, by: 'Lan' });
  const own = (await save(minh, 'Của Minh')).body.id;
  expect([await change(minh, own, { do: 'share' }), await change(minh, ofDemo, { do: 'unshare' })]).toEqual([
    403, 403,
  ]);
  expect(await names(an)).toEqual(['Của mọi trang']);
  expect(await change(lan, ofDemo, { do: 'unshare' })).toBe(303);
  expect(await names(minh)).toEqual(['Của Minh', 'Của mọi trang']);
  expect(await names(lan)).toEqual(['Của demo', 'Của mọi trang', 'Của riêng Lan']);
});

test('nobody renames, orders or deletes what is another’s, but an owner what is shared with their sites', async () => {
  const { service, lan, minh, an, save, end, change, names } = await startDesk();
  const boss = await service.addModerator('Sếp', { role: 'owner', sites: ['khac'] });
  const own = (await save(minh, 'Của Minh')).body.id;
  for (const who of [lan, an, boss]) {
    expect(await end(who, own)).toBe(404);
    expect(await change(who, own, { do: 'rename', name: 'Cướp' })).toBe(404);
    expect(await change(who, own, { do: 'delete' })).toBe(404);
  }
  const [ofDemo, ofKhac] = [
    (await save(lan, 'Demo', 'site=demo', { shared: true })).body.id,
    (await save(lan, 'Khác', 'site=khac', { shared: true })).body.id,
  ];
  expect([await end(minh, ofKhac), await end(boss, ofDemo)]).toEqual([403, 404]);
  expect(await change(an, ofKhac, { do: 'rename', name: 'Cướp' })).toBe(404);
  expect(await end(boss, ofKhac)).toBe(204);
  expect(await end(boss, ofKhac)).toBe(404);
  expect([await names(minh), await names(lan)]).toEqual([['Của Minh', 'Demo'], ['Demo']]);
});

test('sharing, and the end of it, are in the log; what is one’s own is not', async () => {
  const { lan, minh, save, end, change, acts } = await startDesk();
  const shared = (await save(lan, 'Chung', 'site=demo', { shared: true })).body.id;
  const own = (await save(minh, 'Riêng')).body.id;
  await change(minh, own, { do: 'rename', name: 'Khác' });
  await end(minh, own);
  await change(lan, shared, { do: 'unshare' });
  await change(lan, shared, { do: 'share' });
  await end(lan, shared);
  expect((await acts()).sort()).toEqual([
    'view-end Chung',
    'view-end Chung',
    'view-share Chung',
    'view-share Chung',
  ]);
});

test('views are renamed and put in order by forms', async () => {
  const { minh, save, change, names, page } = await startDesk();
  const ids = [];
  for (const name of ['Một', 'Hai', 'Ba']) ids.push((await save(minh, name, `q=${name}`)).body.id);
  expect(await change(minh, ids[2], { do: 'up' })).toBe(303);
  expect(await names(minh)).toEqual(['Một', 'Ba', 'Hai']);
  await change(minh, ids[0], { do: 'down' });
  await change(minh, ids[1], { do: 'down' });
  await change(minh, ids[1], { do: 'rename', name: 'Hai mươi' });
  expect(await names(minh)).toEqual(['Ba', 'Một', 'Hai mươi']);
  expect(await change(minh, ids[1], { do: 'rename', name: 'Ba' })).toBe(422);
  expect(await page(minh, '/moderation/views')).toContain('Hai mươi');
});

test('the queue has a menu of the views, and saves the present filter without a script', async () => {
  const { service, minh, page } = await startDesk();
  await service.send({ body: 'Xin hỏi', challenge: undefined });
  expect(await page(minh, '/moderation?q=xin')).toContain('/moderation/views?asked=q%3Dxin');
  const form = await page(minh, '/moderation/views?asked=state%3Dpending%26q%3Dxin');
  expect(form).toContain('name="asked" value="state=pending&amp;q=xin"');
  const again = await service.form('/moderation/views', { name: '', asked: 'q=xin' }, minh);
  expect([again.status, (await again.text()).includes('value="q=xin"')]).toEqual([422, true]);
  const saved = await service.form('/moderation/views', { name: 'Câu <hỏi>', asked: 'q=xin' }, minh);
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/moderation?q=xin']);
  const menu = await page(minh, '/moderation?q=xin');
  expect(menu).toMatch(
    /href="\/moderation\?q=xin" aria-current="true"><bdi>Câu &lt;hỏi&gt;<\/bdi>\s*<span class="count">1</,
  );
});
