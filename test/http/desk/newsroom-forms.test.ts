import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { usualKeys } from '../../../src/web/desk/keys.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function open() {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean', captcha: 'off' });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  const id: string = (await service.send()).body.id;
  return { service, lan, id };
}

async function page(service: Service, who: Headers, path: string) {
  return (await service.request(path, { headers: who })).text();
}

const hidden = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** The fields of the form that answers a comment, as the page has them. */
function fieldsOf(text: string, id: string) {
  const [, form = ''] = text.split(`action="/moderation/comments/${id}/replies"`);
  return { back: hidden(form, 'back'), from: hidden(form, 'from'), key: hidden(form, 'key') };
}

const typed = 'Câu trả lời đã gõ, dài và mất công';

test.each(['/moderation?state=published', '/moderation/comments/ID?state=published'])(
  'a form on %s publishes one reply however often it is sent, tells of it there, and undoes it',
  async (path) => {
    const { service, lan, id } = await open();
    const address = path.replace('ID', id);
    const text = await page(service, lan, address);
    expect(text).toContain('<bdi>Tòa soạn</bdi>');
    const fields = { ...fieldsOf(text, id), body: typed };
    service.clock.now += 1000;
    const send = () => service.form(`/moderation/comments/${id}/replies`, fields, lan);
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')]);
    expect(await service.published()).toEqual([expect.any(String), typed]);
    const location = first.headers.get('location') ?? '';
    expect(location.startsWith(`${address}&`) && location.includes('&act=')).toBe(true);
    const told = await page(service, lan, location);
    expect(told).toContain('<p role="status">Bạn đã trả lời');
    const [, undo = ''] = /action="(\/moderation\/acts\/[^"]+\/undo)"/.exec(told) ?? [];
    const undone = await service.form(
      undo,
      { back: 'state=published', from: hidden(told, 'from'), about: id },
      lan,
    );
    const after = await page(service, lan, undone.headers.get('location') ?? '');
    expect(after).toContain('Bạn đã gỡ câu trả lời cho');
    expect(await service.published()).toHaveLength(1);
  },
);

test.each([
  ['that is too long', { body: `${typed} ${'a'.repeat(2000)}` }, 422, 'dài quá 2000 ký tự'],
  ['to what was taken down meanwhile', { body: typed }, 409, 'không còn được đăng'],
  ['from a form that has published another', { body: typed }, 409, 'vừa đăng một câu trả lời khác'],
])('a reply %s is not published, and not lost', async (_, given, status, why) => {
  const { service, lan, id } = await open();
  const fields = { ...fieldsOf(await page(service, lan, `/moderation/comments/${id}`), id), ...given };
  if (why.startsWith('không còn'))
    await service.json(
      'POST',
      '/api/v1/decisions',
      { action: 'reject', comments: [{ id, version: 1 }] },
      lan,
    );
  if (why.startsWith('vừa'))
    await service.form(`/moderation/comments/${id}/replies`, { ...fields, body: 'Câu đầu' }, lan);
  const refused = await service.form(`/moderation/comments/${id}/replies`, fields, lan);
  const text = await refused.text();
  expect([refused.status, text.includes(given.body), text.includes(why)]).toEqual([status, true, true]);
  expect(fieldsOf(text, id).key).not.toBe(fields.key);
  expect(await service.published()).not.toContain(given.body);
});

test('a reply to a comment of somebody else’s site is given back whole', async () => {
  const { service, id } = await open();
  await service.addSite('khac');
  const other = await service.addModerator('Minh', { sites: ['khac'] });
  const refused = await service.form(`/moderation/comments/${id}/replies`, { body: typed }, other);
  expect([refused.status, (await refused.text()).includes(typed)]).toEqual([404, true]);
});

test('a comment is picked and unpicked from its card and its page, and says that it is', async () => {
  const { service, lan, id } = await open();
  const list = '/moderation?state=published';
  expect(await page(service, lan, list)).toContain('Đưa lên ý kiến nổi bật');
  const fields = { pick: 'yes', from: 'queue', back: 'state=published' };
  const picked = await service.form(`/moderation/comments/${id}/pick`, fields, lan);
  expect(picked.headers.get('location')).toMatch(/^\/moderation\?state=published&act=.+#c-/);
  const told = await page(service, lan, picked.headers.get('location') ?? '');
  expect(told).toMatch(/Bạn đã đưa <a [^>]+>bình luận của .+<\/a> lên ý kiến nổi bật\./);
  expect(told).toContain('<span class="badge">Ý kiến nổi bật</span>');
  expect(told).toContain('Bỏ khỏi ý kiến nổi bật');
  await service.form(`/moderation/comments/${id}/pick`, { pick: 'no' }, lan);
  expect(await page(service, lan, list)).not.toContain('<span class="badge">');
});

test('a reply of the newsroom has its badge at the desk, and neither a sender to block nor a risk', async () => {
  const { service, lan, id } = await open();
  const { body } = await service.json('POST', `/api/v1/comments/${id}/replies`, { body: typed }, lan);
  const text = await page(service, lan, `/moderation/comments/${body.id}`);
  expect(text).toContain('<span class="badge">Tòa soạn</span>');
  expect(text).toContain('Trả lời của tòa soạn, không phải của bạn đọc.');
  for (const other of ['/block"', 'Bộ lọc không thấy', 'Rủi ro']) expect(text).not.toContain(other);
});

test('keys that were chosen before there was one to reply stay as they were', async () => {
  const { service, lan } = await open();
  const { reply: _, ...before } = { ...usualKeys, spam: 't' };
  await service.deps.database.query(
    sql`update moderators set keys = ${JSON.stringify(before)} where name = 'Lan'`.compile(build),
  );
  const keys = JSON.stringify({ ...before, reply: '' })
    .slice(1, -1)
    .split(',')
    .sort();
  const told = /data-keys="([^"]+)"/.exec(await page(service, lan, '/moderation'))?.[1] ?? '';
  expect(told.replaceAll('&quot;', '"').slice(1, -1).split(',').sort()).toEqual(keys);
});
