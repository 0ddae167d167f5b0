import { expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

/** A comment that waits, and two who moderate. */
async function open() {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const minh = await service.addModerator('Minh');
  const { id } = (await service.send()).body;
  return { service, lan, minh, id: String(id) };
}

function decide(service: Service, who: Headers, action: string, id: string, version: number) {
  return service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, who);
}

const standing = async (service: Service, who: Headers, id: string) => {
  const page = await service.json('GET', '/api/v1/queue?state=pending', undefined, who);
  return page.body.comments.find((comment: { id: string }) => comment.id === id);
};

const typed = 'Chữ đã gõ, dài và mất công';
const toEdit = (id: string) => `/moderation/comments/${id}`;
const toDecide = () => '/moderation/decisions';

test.each([
  ['an edit of what was decided', toEdit, { version: '1', author: 'A', body: typed }, 409],
  ['an edit of no version', toEdit, { version: 'x', author: 'A', body: typed }, 422],
  ['an edit without a name', toEdit, { version: '1', author: '', body: typed }, 422],
  ['a reason', toDecide, { action: 'publish', comment: 'ID:1', reason: typed }, 409],
  ['a note', toDecide, { action: 'publish', comment: 'ID:1', note: typed }, 409],
  ['a reason with no action', toDecide, { action: 'x', comment: 'ID:1', reason: typed }, 422],
  [
    'a reason with a note that is too long',
    toDecide,
    { action: 'reject', comment: 'ID:1', reason: typed, note: 'a'.repeat(1001) },
    422,
  ],
  ['a note on an unreadable comment', toDecide, { action: 'reject', comment: 'ID', note: typed }, 422],
  [
    'words that only an owner saves',
    () => '/moderation/filter',
    { site: 'demo', held: typed, passed: '', do: 'save' },
    403,
  ],
  [
    'words that are too long',
    () => '/moderation/filter',
    { held: `${typed}\n${'a'.repeat(65)}`, site: 'demo', do: 'save' },
    422,
  ],
  ['words of no site', () => '/moderation/filter', { site: 'khac', held: '', passed: typed, do: 'try' }, 404],
])('%s: what was typed stands in the refusal', async (_, path, fields, status) => {
  const { service, lan, minh, id } = await open();
  await decide(service, minh, 'reject', id, 1);
  const sent = Object.entries(fields).map(([name, value]) => [name, value.replace('ID', id)]);
  const answer = await service.form(path(id), Object.fromEntries(sent), lan);
  const page = await answer.text();
  expect([answer.status, page.includes(typed)]).toEqual([status, true]);
});

test('who was faster than an edit is told, and the edit is saved on top only by hand', async () => {
  const { service, lan, minh, id } = await open();
  await decide(service, minh, 'publish', id, 1);
  const edit = { version: '1', author: 'Hòa', body: typed };
  const lost = await service.form(`/moderation/comments/${id}`, edit, lan);
  const page = await lost.text();
  expect(page).toMatch(/role="alert"[\s\S]*Minh[\s\S]*đã đăng bình luận này[\s\S]*<time/);
  expect(page).toContain('Bỏ bản sửa này');
  expect((await service.published()).includes(typed)).toBe(false);
  const again = { ...edit, version: '2', do: 'reopen' };
  const saved = await service.form(`/moderation/comments/${id}`, again, lan);
  expect(saved.status).toBe(303);
  expect(await standing(service, lan, id)).toMatchObject({ body: typed, state: 'pending' });
  expect(await service.published()).toEqual([]);
});

test('an edit that another edit overtook names its editor, and is saved over it by hand', async () => {
  const { service, lan, minh, id } = await open();
  const edit = (who: Headers, version: string, body: string) =>
    service.form(`/moderation/comments/${id}`, { version, author: 'Hòa', body }, who);
  expect((await edit(minh, '1', 'Lời của Minh')).status).toBe(303);
  const lost = await edit(lan, '1', typed);
  const page = await lost.text();
  expect([lost.status, page.includes(typed)]).toEqual([409, true]);
  expect(page).toMatch(/role="alert"[\s\S]*Minh[\s\S]*đã sửa bình luận này/);
  expect(page).toContain('name="version" value="2"');
  expect((await edit(lan, '2', typed)).status).toBe(303);
  expect(await standing(service, lan, id)).toMatchObject({ body: typed });
});

test('what its author withdrew cannot be saved over; what was typed still stands there', async () => {
  const { service, lan } = await open();
  const { id, receipt } = (await service.send({ body: 'Một ý kiến khác của bạn đọc.' })).body;
  await service.json('DELETE', `/api/v1/receipts/${receipt}`);
  const edit = { version: '1', author: 'Hòa', body: typed, do: 'reopen' };
  const lost = await service.form(`/moderation/comments/${id}`, edit, lan);
  const page = await lost.text();
  expect([lost.status, page.includes(typed)]).toEqual([409, true]);
  expect(page).not.toMatch(/value="reopen"|Lưu đè/);
});

test('the original comes back from what is stored, whatever a form carries', async () => {
  const { service, lan, id } = await open();
  const before = await standing(service, lan, id);
  const words = { version: '1', author: 'Hòa', body: 'Đã sửa.' };
  await service.form(`/moderation/comments/${id}`, words, lan);
  const page = await (await service.request(`/moderation/comments/${id}`, { headers: lan })).text();
  expect(page.match(/<textarea[^>]*name="body"/g)).toHaveLength(1);
  const restore = { version: '2', do: 'original', author: 'Kẻ khác', body: 'Chữ lạ' };
  expect((await service.form(`/moderation/comments/${id}`, restore, lan)).status).toBe(303);
  expect(await standing(service, lan, id)).toMatchObject({ author: before.author, body: before.body });
});

test('a reason that came too late stands in the form again, to be sent or not', async () => {
  const { service, lan, minh, id } = await open();
  await decide(service, minh, 'publish', id, 1);
  const late = { action: 'reject', comment: `${id}:1`, reason: typed, note: 'đã gọi điện' };
  const lost = await service.form('/moderation/decisions', late, lan);
  const page = await lost.text();
  expect(page).toMatch(/role="alert"[\s\S]*Minh[\s\S]*đã đăng bình luận này/);
  expect(page).toContain(`name="other" value="${typed}"`);
  expect(page).toContain('name="note" value="đã gọi điện"');
  expect(page).toContain(`value="${id}:2"`);
});

test.each([
  [
    'another decision',
    async (service: Service, who: Headers, id: string) => decide(service, who, 'spam', id, 2),
    'spam',
    'Minh',
  ],
  [
    'a withdrawal',
    async (service: Service, _: Headers, __: string, receipt: string) =>
      service.json('DELETE', `/api/v1/receipts/${receipt}`),
    null,
    null,
  ],
] as const)('an undo that comes after %s tells who, what and when', async (_, change, action, by) => {
  const service = await startService();
  const [lan, minh] = [await service.addModerator('Lan'), await service.addModerator('Minh')];
  const { id, receipt } = (await service.send()).body;
  const published = await decide(service, lan, 'publish', id, 1);
  service.clock.now += 60_000;
  await change(service, minh, id, receipt);
  const undone = await service.json('DELETE', `/api/v1/decisions/${published.body.id}`, undefined, lan);
  expect(undone.status).toBe(409);
  const at = by && new Date(service.clock.now).toISOString();
  expect(undone.body.conflicts).toMatchObject([{ id, action, by, at }]);
  const form = await service.form(`/moderation/decisions/${published.body.id}/undo`, { back: '' }, lan);
  expect(await form.text()).toContain(`href="/moderation/comments/${id}"`);
});
