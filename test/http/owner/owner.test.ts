import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { siteSettingNames, siteSettings } from '../../../src/sites/site.ts';
import { build } from '../../../src/store/database.ts';
import { addModerator } from '../../../src/store/moderators/moderators.ts';
import { activateSecondFactor, putSecondFactor } from '../../../src/store/moderators/second-factors.ts';
import { findSite } from '../../../src/store/sites.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  return { service, owner: await service.addModerator('Chủ', { role: 'owner' }) };
}

const read = async (service: Service, path: string, who: Headers) =>
  (await service.request(path, { headers: who })).text();

/** An account with this id, and a password that opens nothing. */
async function addAccount(service: Service, id: string, role: 'owner' | 'moderator', sites: string[] = []) {
  const password = 'scrypt$2$1$1$AA==$AA==';
  await addModerator(service.deps.database, { id, name: id, password, role, sites, createdAt: 0 }, actAt(0));
}

/** The settings of the demo site as its page would send them. */
const settings = {
  name: 'Báo Mới',
  language: 'en',
  origins: 'https://bao.example/\nhttps://www.bao.example',
  moderation: 'publish-clean',
  captcha: 'picture',
  pace: 'off',
  'max-length': '500',
  'close-after-days': '30',
  'retention-days': '7',
  'acts-retention-days': '400',
  'alert-waiting-count': '5',
  'alert-waiting-minutes': '30',
  'article-per-hour': '10',
  'site-per-hour': '20',
  'hold-abuse-at': '0.9',
  'hold-spam-at': '0.5',
  learning: 'off',
  'reject-reasons': 'Lạc đề\n\nQuảng cáo; bán hàng',
  'newsroom-name': 'Ban biên tập',
  'reserved-names': 'Chị Thỏ Bông',
  'article-query': 'id\ntrang',
  likes: 'off',
  'reply-depth': '0',
  notice: 'Báo Mới lưu bình luận để đăng.\nLiên hệ: toasoan@bao.example',
  'privacy-url': 'https://bao.example/rieng-tu',
  consent: 'ask',
  'work-held': 'on',
  identity: 'required',
  'identity-url': 'https://bao.example/dang-nhap',
  'identity-words': 'Mời bạn đăng nhập Báo Mới.',
  'trusted-after': '5',
  'first-held': '2',
  'judge-url': 'https://loc.bao.example/v1/chat/completions',
  'judge-kind': 'openai-chat',
  'judge-model': 'gemma3:4b',
  'hold-share': '7.5',
  swearing: 'allow-unaimed',
};

test('every setting of a site stands in its form and is saved by it', async () => {
  const { service, owner } = await newService();
  const before = await read(service, '/moderation/sites/demo', owner);
  expect(siteSettingNames.filter((name) => !before.includes(`name="${name}"`))).toEqual([]);
  const saved = await service.form('/moderation/sites/demo', settings, owner);
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/moderation/sites/demo?done=saved']);
  expect(await findSite(service.deps.database, 'demo')).toEqual({
    id: 'demo',
    name: 'Báo Mới',
    language: 'en',
    origins: ['https://bao.example', 'https://www.bao.example'],
    moderation: 'publish-clean',
    captcha: 'picture',
    pace: 'off',
    'max-length': 500,
    'close-after-days': 30,
    'retention-days': 7,
    'acts-retention-days': 400,
    'alert-waiting-count': 5,
    'alert-waiting-minutes': 30,
    'article-per-hour': 10,
    'site-per-hour': 20,
    'hold-abuse-at': 0.9,
    'hold-spam-at': 0.5,
    learning: 'off',
    'reject-reasons': ['Lạc đề', 'Quảng cáo; bán hàng'],
    'newsroom-name': 'Ban biên tập',
    'reserved-names': ['Chị Thỏ Bông'],
    'article-query': ['id', 'trang'],
    likes: 'off',
    'reply-depth': 0,
    notice: 'Báo Mới lưu bình luận để đăng.\nLiên hệ: toasoan@bao.example',
    'privacy-url': 'https://bao.example/rieng-tu',
    consent: 'ask',
    'work-held': 'on',
    identity: 'required',
    'identity-url': 'https://bao.example/dang-nhap',
    'identity-words': 'Mời bạn đăng nhập Báo Mới.',
    'trusted-after': 5,
    'first-held': 2,
    'judge-url': 'https://loc.bao.example/v1/chat/completions',
    'judge-kind': 'openai-chat',
    'judge-model': 'gemma3:4b',
    'hold-share': 7.5,
    swearing: 'allow-unaimed',
  });
});

test('what another owner saved since a form was shown stays, unless it was changed there too', async () => {
  const { service, owner } = await newService();
  await service.form('/moderation/sites/demo', settings, owner);
  const page = await read(service, '/moderation/sites/demo', owner);
  const shown = (/name="shown" value="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"');
  await service.form('/moderation/sites/demo', { ...settings, name: 'Báo A', captcha: 'on', shown }, owner);
  const crossing = { ...settings, name: 'Báo B', 'max-length': '700', shown };
  expect((await service.form('/moderation/sites/demo', crossing, owner)).status).toBe(303);
  expect(await findSite(service.deps.database, 'demo')).toMatchObject({
    name: 'Báo B',
    captcha: 'on',
    'max-length': 700,
    origins: ['https://bao.example', 'https://www.bao.example'],
  });
  expect((await service.form('/moderation/sites/demo', { ...settings, shown }, owner)).status).toBe(303);
});

test('a setting that is wrong or empty is told beside its field, and what was typed is kept', async () => {
  const { service, owner } = await newService();
  const before = await findSite(service.deps.database, 'demo');
  const wrong = { ...settings, name: 'Tên khác', 'hold-spam-at': '', 'max-length': '99999', origins: 'bao' };
  const answer = await service.form('/moderation/sites/demo', wrong, owner);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  const mistakes = [...page.matchAll(/id="([\w-]+)-mistake">([^<]+)</g)].map(([, name, text]) => [
    name,
    text,
  ]);
  expect(mistakes).toEqual([
    ['origins', '“bao”: không phải là một địa chỉ như https://bao.example.'],
    ['hold-spam-at', 'Vui lòng điền mục này.'],
    ['max-length', 'Lớn nhất là 10000.'],
  ]);
  expect(page).toContain('value="Tên khác"');
  expect(page).toContain('value="99999"');
  expect(await findSite(service.deps.database, 'demo')).toEqual(before);
});

test('an owner of all sites adds one, and gets the line that embeds it', async () => {
  const { service, owner } = await newService();
  const added = await service.form(
    '/moderation/sites',
    { id: 'bao-moi', name: 'Báo Mới', origins: 'https://bao.example' },
    owner,
  );
  expect(added.headers.get('location')).toBe('/moderation/sites/bao-moi?done=added');
  expect(await findSite(service.deps.database, 'bao-moi')).toEqual({
    id: 'bao-moi',
    ...siteSettings.parse({ name: 'Báo Mới', origins: ['https://bao.example'] }),
  });
  expect(await read(service, '/moderation/sites/bao-moi', owner)).toContain(
    '&lt;div data-binh-luan data-site=&quot;bao-moi&quot;&gt;&lt;/div&gt;&lt;script src=&quot;http://comments.test/embed.js&quot; async&gt;',
  );
  const again = await service.form('/moderation/sites', { id: 'bao-moi', name: 'Khác' }, owner);
  expect(await again.text()).toContain('Đã có trang báo mang mã này.');
  const wrong = await service.form('/moderation/sites', { id: 'Báo', name: '' }, owner);
  expect([wrong.status, (await wrong.text()).match(/-mistake">/g)?.length]).toEqual([422, 2]);
});

test('a site that was in the database before has the usual reasons for rejecting', async () => {
  const { service } = await newService();
  const usual = siteSettings.parse({ name: 'x' })['reject-reasons'];
  await service.deps.database.query(
    sql`insert into sites (id, name, created_at) values ('old', 'Old', 0)`.compile(build),
  );
  expect((await findSite(service.deps.database, 'old'))?.['reject-reasons']).toEqual(usual);
});

test('an owner of some sites sees and changes only these, and adds none', async () => {
  const { service } = await newService();
  await service.addSite('bao');
  const owner = await service.addModerator('Bình', { role: 'owner', sites: ['bao'] });
  const page = await read(service, '/moderation/sites', owner);
  expect([page.includes('/moderation/sites/bao'), page.includes('/moderation/sites/demo')]).toEqual([
    true,
    false,
  ]);
  expect((await service.form('/moderation/sites/demo', settings, owner)).status).toBe(404);
  expect((await service.form('/moderation/sites', { id: 'moi', name: 'Mới' }, owner)).status).toBe(403);
  expect((await service.form('/moderation/sites/bao', settings, owner)).status).toBe(303);
});

test('whoever is no owner is sent away from the pages of owners with a kind sentence', async () => {
  const { service } = await newService();
  const lan = await service.addModerator('Lan');
  const answers = await Promise.all([
    service.request('/moderation/sites', { headers: lan }),
    service.request('/moderation/sites/demo', { headers: lan }),
    service.form('/moderation/sites/demo', settings, lan),
    service.request('/moderation/moderators', { headers: lan }),
    service.form('/moderation/moderators', { name: 'An', role: 'owner', everywhere: 'yes' }, lan),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect(await answers[2]?.text()).toContain('nhờ họ giúp');
  expect((await service.request('/moderation/articles', { headers: lan })).status).toBe(200);
});

const linkIn = (page: string) => /\/moderation\/setup\/([\w.]+)/.exec(page)?.[0] ?? '';

/** Adds an account by the page for it; the link that was shown. */
async function invite(service: Service, owner: Headers, name: string): Promise<string> {
  const fields = { name, role: 'moderator', site: 'demo' };
  return linkIn(await (await service.form('/moderation/moderators', fields, owner)).text());
}

const signIn = async (service: Service, name: string, password: string) =>
  (await service.json('POST', '/api/v1/session', { name, password })).status;

async function idOf(service: Service, owner: Headers, name: string): Promise<string> {
  const page = await read(service, '/moderation/moderators', owner);
  return new RegExp(`moderators/(\\w+)"><bdi>${name}<`).exec(page)?.[1] ?? '';
}

test('an account is added without a password, which its holder sets by a link that works once', async () => {
  const { service, owner } = await newService();
  const link = await invite(service, owner, 'Lan');
  expect(await read(service, link, {})).toContain('<bdi>Lan</bdi>');
  expect((await service.form(link, { password: 'ngắn' })).status).toBe(422);
  const set = await service.form(link, { password: 'mật khẩu rất dài' });
  expect([set.status, set.headers.get('location')]).toEqual([303, '/moderation/session/new']);
  expect(set.headers.get('set-cookie')).toBeNull();
  expect(await signIn(service, 'Lan', 'mật khẩu rất dài')).toBe(204);
  expect((await service.form(link, { password: 'mật khẩu kẻ khác' })).status).toBe(404);
  expect(await signIn(service, 'Lan', 'mật khẩu rất dài')).toBe(204);
});

test('a link is worth nothing after a day, with a letter changed, or when a newer one was made', async () => {
  const { service, owner } = await newService();
  const first = await invite(service, owner, 'Lan');
  const id = await idOf(service, owner, 'Lan');
  const second = linkIn(
    await (await service.form(`/moderation/moderators/${id}/password`, {}, owner)).text(),
  );
  const status = async (link: string) => (await service.request(link)).status;
  expect([await status(first), await status(second), await status(`${second}x`)]).toEqual([404, 200, 404]);
  service.clock.now += 24 * 60 * 60_000;
  expect((await service.form(second, { password: 'mật khẩu rất dài' })).status).toBe(404);
});

test('a reset ends the old password and every session at once', async () => {
  const { service, owner } = await newService();
  await service.form(await invite(service, owner, 'Lan'), { password: 'mật khẩu cũ của Lan' });
  const signedIn = await service.json('POST', '/api/v1/session', {
    name: 'Lan',
    password: 'mật khẩu cũ của Lan',
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const queue = async () => (await service.request('/api/v1/queue', { headers: { cookie } })).status;
  expect(await queue()).toBe(200);
  const id = await idOf(service, owner, 'Lan');
  const reset = await service.form(`/moderation/moderators/${id}/password`, {}, owner);
  expect([await queue(), await signIn(service, 'Lan', 'mật khẩu cũ của Lan')]).toEqual([401, 401]);
  await service.form(linkIn(await reset.text()), { password: 'mật khẩu mới của Lan' });
  expect(await signIn(service, 'Lan', 'mật khẩu mới của Lan')).toBe(204);
});

test('a second factor is listed, stays through a reset, and goes where the owner says so', async () => {
  const { service, owner } = await newService();
  await addAccount(service, 'lan', 'moderator');
  await putSecondFactor(service.deps.database, 'lan', 'sealed');
  const listed = async () =>
    (await read(service, '/moderation/moderators/lan', owner)).includes('Có xác thực hai lớp');
  expect(await listed()).toBe(false);
  const first = { moderatorId: 'lan', sealedSecret: 'sealed', step: 1, confirmedAt: 1 };
  await activateSecondFactor(service.deps.database, first, ['hash'], actAt(0));
  await service.form('/moderation/moderators/lan/password', {}, owner);
  expect(await listed()).toBe(true);
  await service.form('/moderation/moderators/lan/password', { factor: 'remove' }, owner);
  expect(await listed()).toBe(false);
});

test('a disabled account opens nothing until it is enabled again', async () => {
  const { service, owner } = await newService();
  await service.form(await invite(service, owner, 'Lan'), { password: 'mật khẩu rất dài' });
  const id = await idOf(service, owner, 'Lan');
  const disabled = await service.form(`/moderation/moderators/${id}/disable`, {}, owner);
  expect(disabled.headers.get('location')).toBe(`/moderation/moderators/${id}?done=disabled`);
  expect(await read(service, '/moderation/moderators', owner)).toContain('Đã khóa');
  expect(await signIn(service, 'Lan', 'mật khẩu rất dài')).toBe(401);
  expect((await service.form(`/moderation/moderators/${id}/password`, {}, owner)).status).toBe(409);
  await service.form(`/moderation/moderators/${id}/enable`, {}, owner);
  expect(await signIn(service, 'Lan', 'mật khẩu rất dài')).toBe(204);
});

test('role and sites change, and take effect with the next request', async () => {
  const { service, owner } = await newService();
  await service.addSite('bao');
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  const id = await idOf(service, owner, 'Lan');
  const path = `/moderation/moderators/${id}`;
  expect((await service.form(path, { role: 'owner', site: 'bao' }, owner)).status).toBe(303);
  expect(await read(service, '/moderation/sites', lan)).toMatch(/sites\/bao/);
  expect((await service.request('/api/v1/queue?site=demo', { headers: lan })).status).toBe(404);
  await service.form(path, { role: 'moderator', everywhere: 'yes' }, owner);
  expect((await service.request('/api/v1/queue?site=demo', { headers: lan })).status).toBe(200);
  expect((await service.request('/moderation/sites', { headers: lan })).status).toBe(403);
  const none = await service.form(path, { role: 'moderator' }, owner);
  expect(await none.text()).toContain('Vui lòng chọn ít nhất một trang báo.');
});

test('the last enabled owner of all sites stays one, and nobody disables themselves', async () => {
  const { service, owner } = await newService();
  const own = await idOf(service, owner, 'Chủ');
  const demote = async (who: Headers, id: string) =>
    (await service.form(`/moderation/moderators/${id}`, { role: 'moderator', everywhere: 'yes' }, who))
      .status;
  const disable = async (who: Headers, id: string) =>
    (await service.form(`/moderation/moderators/${id}/disable`, {}, who)).status;
  expect([await demote(owner, own), await disable(owner, own)]).toEqual([409, 403]);
  const narrowed = await service.form(
    `/moderation/moderators/${own}`,
    { role: 'owner', site: 'demo' },
    owner,
  );
  expect(narrowed.status).toBe(409);
  await addAccount(service, 'second', 'owner');
  expect(await disable(owner, own)).toBe(403);
  expect(await disable(owner, 'second')).toBe(303);
  expect(await demote(owner, own)).toBe(409);
  await service.form('/moderation/moderators/second/enable', {}, owner);
  expect(await demote(owner, own)).toBe(303);
});

test('an owner of some sites reaches no account that works elsewhere, and gives no site but these', async () => {
  const { service, owner } = await newService();
  await service.addSite('bao');
  const binh = await service.addModerator('Bình', { role: 'owner', sites: ['bao'] });
  await addAccount(service, 'wide', 'moderator', ['bao', 'demo']);
  await addAccount(service, 'here', 'moderator', ['bao']);
  await addAccount(service, 'there', 'moderator', ['demo']);
  const post = async (path: string, fields: Record<string, string> = {}) =>
    (await service.form(`/moderation/moderators${path}`, fields, binh)).status;
  const chief = await idOf(service, owner, 'Chủ');
  expect([
    await post(`/${chief}/password`),
    await post(`/${chief}/disable`),
    await post('/wide/password'),
    await post('/wide', { role: 'moderator', site: 'bao' }),
    await post('/there/password'),
    await post('', { name: 'An', role: 'owner', everywhere: 'yes' }),
    await post('', { name: 'An', role: 'owner', site: 'demo' }),
    await post('/here', { role: 'owner', everywhere: 'yes' }),
    await post('/here/disable'),
  ]).toEqual([403, 403, 403, 403, 404, 422, 422, 422, 303]);
  expect(await read(service, '/moderation/moderators', binh)).not.toContain('demo');
});

test('an article is found, closed and opened again', async () => {
  const { service } = await newService();
  const lan = await service.addModerator('Lan');
  const send = async (key: string, title: string) =>
    (await service.send({ article: { key, title }, body: `Tôi đã đọc ${title}.`, challenge: undefined }))
      .status;
  await send('/mot', 'Đường mới qua làng');
  service.clock.now += 60_000;
  await send('/hai', 'Chợ nổi');
  const page = await read(service, '/moderation/articles', lan);
  expect(page).toMatch(/Chợ nổi[\s\S]*Đường mới qua làng/);
  expect(page).toContain('/moderation?article=%2Fmot&amp;site=demo&amp;state=published');
  const found = await read(service, '/moderation/articles?q=đường', lan);
  expect([found.includes('Đường mới'), found.includes('Chợ nổi')]).toEqual([true, false]);
  const [, id = ''] = /name="article" value="(\d+)"/.exec(found) ?? [];
  const closed = await service.form(
    '/moderation/articles',
    { article: id, open: 'no', back: 'q=đường' },
    lan,
  );
  expect(closed.headers.get('location')).toBe('/moderation/articles?q=%C4%91%C6%B0%E1%BB%9Dng');
  expect(await send('/mot', '')).toBe(409);
  await service.form('/moderation/articles', { article: id, open: 'yes', back: '' }, lan);
  service.clock.now += 60_000;
  expect((await service.send({ article: { key: '/mot' }, body: 'Thêm một ý nữa.' })).status).toBe(202);
});

test('an article that closed by its age says so wherever a reader is refused', async () => {
  const { service } = await newService();
  const lan = await service.addModerator('Lan');
  await service.setSite({ 'close-after-days': 2 });
  await service.send({ challenge: undefined });
  service.clock.now += 2 * 24 * 60 * 60_000 - 1;
  expect(await read(service, '/moderation/articles', lan)).toContain('Đang mở');
  service.clock.now += 1;
  expect(await read(service, '/moderation/articles', lan)).toContain('Đã tự đóng');
  expect((await service.send({ challenge: undefined })).status).toBe(409);
});

test('a moderator of other sites neither sees nor closes an article', async () => {
  const { service } = await newService();
  await service.addSite('bao');
  const lan = await service.addModerator('Lan', { sites: ['bao'] });
  await service.send({ challenge: undefined });
  expect(await read(service, '/moderation/articles', lan)).not.toContain('/bai-viet');
  expect((await service.form('/moderation/articles', { article: '1', open: 'no' }, lan)).status).toBe(404);
});

test('articles come a page at a time, each once', async () => {
  const { service, owner } = await newService();
  await service.setSite({ 'site-per-hour': 0 });
  for (let number = 0; number < 53; number += 1) {
    await service.send({
      article: { key: `/bai-${number}` },
      body: `Ý kiến thứ ${number}`,
      challenge: undefined,
    });
  }
  const keys = (page: string) => [...page.matchAll(/<code>(\/bai-\d+)</g)].map(([, key]) => key);
  const first = await read(service, '/moderation/articles', owner);
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? [];
  const second = await read(service, next.replaceAll('&amp;', '&'), owner);
  const expected = Array.from({ length: 53 }, (_, index) => `/bai-${52 - index}`);
  expect([...keys(first), ...keys(second)]).toEqual(expected);
});
