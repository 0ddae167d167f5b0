import { expect, test } from 'vitest';
import { eraseForGood } from '../../../src/comments/purge.ts';
import { readWeb } from '../../support/log.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

interface Listed {
  id: string;
  kind: string;
  by: string | null;
  access: string | null;
  site: string | null;
  account: string | null;
  undoneBy: string | null;
  mayUndo: boolean;
  details: Record<string, unknown>;
  about: { id: string; author: string; body: string } | null;
  edit: { before: { body: string }; after: { body: string } } | null;
}

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const [lan, minh, owner] = [
    await service.addModerator('Lan', { sites: ['demo'] }),
    await service.addModerator('Minh', { sites: ['demo'] }),
    await service.addModerator('Chủ', { role: 'owner' }),
  ];
  return { service, lan, minh, owner };
}

async function acts(service: Service, who: Headers, query = ''): Promise<Listed[]> {
  return (await service.json('GET', `/api/v1/acts${query}`, undefined, who)).body.acts;
}

async function send(service: Service, body: string): Promise<string> {
  service.clock.now += 1000;
  return (await service.send({ challenge: undefined, body })).body.id;
}

function decide(service: Service, who: Headers, action: string, id: string, version = 1, more = {}) {
  service.clock.now += 1000;
  return service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }], ...more }, who);
}

test('decisions and acts are in one order, each by who did it and from which access', async () => {
  const { service, lan, owner } = await open();
  const id = await send(service, 'Ý kiến đầu.');
  await decide(service, lan, 'publish', id);
  service.clock.now += 1000;
  await service.json('PUT', `/api/v1/comments/${id}/pick`, undefined, lan);
  service.clock.now += 1000;
  await service.json('POST', `/api/v1/comments/${id}/replies`, { body: 'Cảm ơn bạn.' }, lan);
  await decide(service, owner, 'reject', id, 2, { reason: 'Quảng cáo' });
  const listed = await acts(service, owner);
  expect(listed.slice(0, 4).map(({ kind, by, access }) => [kind, by, access])).toEqual([
    ['reject', 'Chủ', 'token'],
    ['reply', 'Lan', 'token'],
    ['pick', 'Lan', 'token'],
    ['publish', 'Lan', 'token'],
  ]);
  const pages: string[] = [];
  for (let cursor = ''; ; ) {
    const query = `?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await service.json('GET', `/api/v1/acts${query}`, undefined, owner);
    pages.push(...body.acts.map((one: Listed) => one.id));
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
  }
  expect(pages).toEqual(listed.map((one) => one.id));
});

test('the page says each in one sentence, in the moderator’s language', async () => {
  const { service, lan, owner } = await open();
  const id = await send(service, 'Mua ngay kẻo lỡ.');
  await decide(service, lan, 'reject', id, 1, { reason: 'Quảng cáo' });
  const page = await readWeb(service, '/moderation/log', owner);
  expect(page).toContain('Lan đã từ chối bình luận của Nguyễn Thị Hòa, lý do: Quảng cáo');
  await service.deps.database.query({
    sql: "update moderators set language = 'en'",
    parameters: [],
  } as never);
  expect(await readWeb(service, '/moderation/log', owner)).toContain(
    'Lan rejected the comment by Nguyễn Thị Hòa, reason: Quảng cáo',
  );
});

test('settings are logged before and after, undone as they were, and not over what another set since', async () => {
  const { service, owner } = await open();
  const other = await service.addModerator('Bà Chủ', { role: 'owner' });
  const set = async (who: Headers, settings: Record<string, string>) => {
    service.clock.now += 1000;
    const form = { name: 'Báo Mới', ...settings };
    expect((await service.form('/moderation/sites/demo', form, who)).status).toBe(303);
    return (await acts(service, owner, '?kind=site-set'))[0];
  };
  await set(owner, {});
  const first = await set(owner, { 'max-length': '1500', likes: 'off' });
  expect(first?.details).toEqual({
    before: { likes: 'on', 'max-length': 2000 },
    after: { likes: 'off', 'max-length': 1500 },
  });
  await set(other, { 'max-length': '900' });
  const refused = await service.json('DELETE', `/api/v1/acts/${first?.id}`, undefined, owner);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Bà Chủ')]);
  const [latest] = await acts(service, owner, '?kind=site-set');
  service.clock.now += 1000;
  await service.json('DELETE', `/api/v1/acts/${latest?.id}`, undefined, owner);
  expect((await service.json('DELETE', `/api/v1/acts/${first?.id}`, undefined, owner)).status).toBe(200);
  const form = await readWeb(service, '/moderation/sites/demo', owner, false);
  expect([form.includes('value="2000"'), form.includes('value="900"')]).toEqual([true, false]);
  expect((await service.json('DELETE', `/api/v1/acts/${first?.id}`, undefined, owner)).status).toBe(409);
});

test('words of the filter are logged, and taken back where nobody changed them since', async () => {
  const { service, owner } = await open();
  const save = (held: string, passed = '') =>
    service.form('/moderation/filter', { site: 'demo', held, passed, do: 'save' }, owner);
  await save('cấm\nkhuyến mãi');
  service.clock.now += 1000;
  await save('cấm', 'khuyến mãi');
  const [second, first] = await acts(service, owner, '?kind=words');
  expect(second?.details).toEqual({
    before: { 'khuyến mãi': 'hold' },
    after: { 'khuyến mãi': 'pass' },
  });
  expect((await service.json('DELETE', `/api/v1/acts/${first?.id}`, undefined, owner)).status).toBe(409);
  for (const one of [second, first]) {
    service.clock.now += 1000;
    expect((await service.json('DELETE', `/api/v1/acts/${one?.id}`, undefined, owner)).status).toBe(200);
  }
  const page = await readWeb(service, '/moderation/filter?site=demo', owner, false);
  expect([page.includes('cấm'), page.includes('khuyến mãi')]).toEqual([false, false]);
});

test('an edit is read from where its words stand, and erasing the comment leaves none of them', async () => {
  const { service, lan, owner } = await open();
  const id = await send(service, 'Nguyên văn bí mật.');
  const words = { version: 1, author: 'Hòa', body: 'Đã sửa kín đáo.' };
  await service.json('PATCH', `/api/v1/comments/${id}`, words, lan);
  service.clock.now += 1000;
  await service.json('PATCH', `/api/v1/comments/${id}`, { ...words, version: 2, body: 'Sửa lần hai.' }, lan);
  const [second, first] = await acts(service, lan, '?kind=edit');
  expect([first, second].map((one) => [one?.edit?.before.body, one?.edit?.after.body])).toEqual([
    ['Nguyên văn bí mật.', 'Đã sửa kín đáo.'],
    ['Đã sửa kín đáo.', 'Sửa lần hai.'],
  ]);
  await decide(service, lan, 'reject', id, 3, { reason: 'Quảng cáo' });
  expect(await readWeb(service, '/moderation/log', lan)).toContain('Nguyên văn bí mật.');
  await eraseForGood(service.deps, 'demo', id);
  const everything = [
    await readWeb(service, '/moderation/log', owner),
    await readWeb(service, '/moderation/log.csv', owner),
    await readWeb(service, '/moderation/log.jsonl', owner),
  ].join('\n');
  expect(everything).toContain(id);
  expect(everything).not.toMatch(/bí mật|kín đáo|lần hai|Hòa/);
});

test('it is narrowed by who, kind, group, site and days, and searched with and without marks', async () => {
  const { service, lan, minh, owner } = await open();
  await service.addSite('bao', { captcha: 'off' });
  const [one, two] = [await send(service, 'Giá rẻ bất ngờ'), await send(service, 'Ý kiến khác')];
  await decide(service, lan, 'spam', one);
  service.clock.now += 24 * 60 * 60_000;
  await decide(service, minh, 'reject', two, 1, { note: 'Xem kỹ' });
  const kinds = async (query: string) => (await acts(service, owner, query)).map(({ kind }) => kind);
  expect(await kinds('?moderator=Minh')).toEqual(['reject', 'token-create']);
  expect(await kinds('?kind=spam')).toEqual(['spam']);
  expect(await kinds('?group=decisions')).toEqual(['reject', 'spam']);
  expect(await kinds('?site=bao')).toEqual(['site-add']);
  expect(await kinds('?from=2026-02-09&group=decisions')).toEqual(['reject']);
  expect(await kinds('?access=command&group=decisions')).toEqual([]);
  expect(await kinds(`?q=${encodeURIComponent('gia re')}`)).toEqual(['spam']);
  expect(await kinds(`?q=${encodeURIComponent('giá rẻ')}`)).toEqual(['spam']);
  expect(await kinds(`?q=${encodeURIComponent('già rẻ')}`)).toEqual([]);
  expect(await kinds(`?q=${encodeURIComponent('xem kỹ')}`)).toEqual(['reject']);
  expect((await service.json('GET', '/api/v1/acts?site=khac', undefined, owner)).status).toBe(404);
});

test('a moderator reads what is about comments on their sites, and nothing of the accounts of others', async () => {
  const { service, lan, owner } = await open();
  await service.addSite('bao', { captcha: 'off' });
  await service.form('/moderation/sites/demo', { name: 'Báo Mới', likes: 'off' }, owner);
  await service.form('/moderation/filter', { site: 'demo', held: 'cấm', passed: '', do: 'save' }, owner);
  const id = await send(service, 'Ý kiến.');
  await decide(service, owner, 'publish', id);
  const read = (await acts(service, lan)).map(({ kind }) => kind);
  expect(read.toSorted()).toEqual(['account-create', 'publish', 'token-create', 'words']);
  const [setting] = await acts(service, owner, '?kind=site-set');
  expect((await service.json('DELETE', `/api/v1/acts/${setting?.id}`, undefined, lan)).status).toBe(404);
});

test('the table and the lines hold what the log does, and what starts a formula is text', async () => {
  const { service, lan, owner } = await open();
  const id = await send(service, '=1+1');
  await decide(service, lan, 'spam', id);
  const csv = await readWeb(service, '/moderation/log.csv?kind=spam', owner);
  const [head, line] = csv.replace('\uFEFF', '').split('\r\n');
  expect(head?.split(',').slice(0, 4)).toEqual(['time', 'by', 'access', 'kind']);
  expect(line).toContain(`,Lan,token,spam,demo,,${id},Nguyễn Thị Hòa,'=1+1,pending,spam,`);
  service.clock.now += 1000;
  const lines = (await readWeb(service, '/moderation/log.jsonl?kind=spam', owner)).trim().split('\n');
  expect(lines.map((one) => JSON.parse(one))).toEqual(await acts(service, owner, '?kind=spam'));
  const taken = await acts(service, owner, '?kind=export');
  expect(taken.map(({ by, details }) => [by, details])).toEqual([
    ['Chủ', { what: 'log', format: 'jsonl' }],
    ['Chủ', { what: 'log', format: 'csv' }],
  ]);
});

test('the addresses of the two old logs lead on, with what was asked', async () => {
  const { service, lan } = await open();
  const led = async (path: string) => {
    const { status, headers } = await service.request(path, { headers: lan });
    return [status, headers.get('location')];
  };
  expect(await led('/moderation/decisions?action=spam&site=demo')).toEqual([
    301,
    '/moderation/log?site=demo&kind=spam',
  ]);
  expect(await led('/moderation/acts')).toEqual([301, '/moderation/log']);
});

test('a decision is taken back from the log as any act, and what was decided since is told', async () => {
  const { service, lan, minh } = await open();
  const id = await send(service, 'Ý kiến.');
  const { body } = await decide(service, lan, 'reject', id);
  const undone = await service.form(`/moderation/acts/${body.id}/undo`, { back: 'kind=reject' }, lan);
  expect([undone.status, undone.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/moderation\/log\?kind=reject#a-/),
  ]);
  const again = (await decide(service, lan, 'spam', id, 3)).body;
  await decide(service, minh, 'publish', id, 4);
  expect((await service.json('DELETE', `/api/v1/acts/${again.id}`, undefined, lan)).status).toBe(409);
});

test('what cannot be taken back any more is told on the log, as it was narrowed, without a script', async () => {
  const { service, lan, minh } = await open();
  const id = await send(service, 'Ý kiến.');
  const { body } = await decide(service, lan, 'reject', id);
  await decide(service, minh, 'publish', id, 2);
  const form = { back: 'kind=reject' };
  const refused = await service.form(`/moderation/acts/${body.id}/undo`, form, lan);
  const page = await refused.text();
  expect(refused.status).toBe(409);
  expect(page).toMatch(/role="alert">Sau đó các bình luận này đã được xử lý lại/);
  expect(page).toContain('<option value="reject" selected>');
  expect([page.includes('đã từ chối'), page.match(/class="deed"/g)?.length]).toEqual([true, 1]);
});

test('nothing that people wrote is a formula in the table, breaks its lines, or ends a line of JSON', async () => {
  const { service, lan, owner } = await open();
  const nasty = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', 'a,"b"\r\nc'];
  for (const body of nasty) {
    const id = await send(service, `${body} và thêm vài chữ nữa ${nasty.indexOf(body)}.`);
    await decide(service, lan, 'reject', id, 1, { reason: body.trim(), note: body });
  }
  const csv = await readWeb(service, '/moderation/log.csv?kind=reject', owner);
  const cells = [...csv.slice(1).matchAll(/(?:^|[,\n])("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
  expect(cells.length).toBe(17 * (nasty.length + 1) + 1);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThanOrEqual(12);
  const lines = (await readWeb(service, '/moderation/log.jsonl?kind=reject', owner)).trimEnd().split('\n');
  const notes = lines.map((line) => JSON.parse(line).details.note);
  expect(notes.reverse().map((note: string) => note.trim())).toEqual(nasty.map((note) => note.trim()));
});

test('what nobody offers narrows nothing by mistake: it is refused', async () => {
  const { service, owner } = await open();
  for (const query of ['kind=drop', 'access=%00', 'group=x', 'from=gestern', 'site=../demo', 'cursor=x'])
    for (const path of ['/moderation/log', '/moderation/log.csv', '/api/v1/acts'])
      if (!(query.startsWith('cursor') && path.endsWith('csv'))) {
        const { status } = await service.request(`${path}?${query}`, { headers: owner });
        expect([path, query, [400, 404, 422].includes(status)]).toEqual([path, query, true]);
      }
  for (const q of ["' or 1=1 --", '%', '"', '*', '(', '-', 'NEAR(a b)', 'x'.repeat(200)]) {
    const { status } = await service.request(`/moderation/log?q=${encodeURIComponent(q)}`, {
      headers: owner,
    });
    expect([q, status]).toEqual([q, 200]);
  }
});
