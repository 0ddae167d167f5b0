import { expect, test } from 'vitest';
import { vouching } from '../../support/identity.ts';
import { type Service, startService } from '../../support/service.ts';

const page = '/embed/demo?article=/bai-viet';

type Headers = Record<string, string>;

async function show(service: Service, headers: Headers = {}, address = page) {
  const answer = await service.request(address, { headers: { accept: 'text/html', ...headers } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function fieldsIn(text: string): string[] {
  const [, form = ''] = /<form class="composer[^>]*>(.*?)<\/form>/s.exec(text) ?? [];
  return [...form.matchAll(/<(?:input|textarea)[^>]* name="(\w+)"/g)].map(([, name = '']) => name);
}

const asked = ['author', 'email', 'answer', 'challenge', 'proofOfWork'];

test('the page of a known reader has their name and badge, and asks them for nothing but their words', async () => {
  const service = await startService();
  const site = await vouching(service);
  const { status, text, headers } = await show(service, site.as({ badge: 'author' }));
  expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(text).toMatch(/<main [^>]*data-captcha="off"[^>]* data-identity="offered" data-identified>/);
  expect(text).toContain(
    'Gửi với tên <bdi class="who">Trần Minh Quân</bdi> <span class="badge author">Tác giả</span>',
  );
  expect(fieldsIn(text).filter((name) => asked.includes(name))).toEqual([]);
  expect(text).not.toContain('u-17');
});

test('what is kept ready for all is never a known reader’s, nor is theirs ever anybody else’s', async () => {
  const service = await startService();
  const site = await vouching(service);
  const stranger = (await show(service)).text;
  for (let turn = 0; turn < 3; turn += 1) {
    expect((await show(service, site.as())).text).toContain('data-identified');
    expect((await show(service, site.as({ sub: 'u-18', name: 'Lê Thu' }))).text).toContain('Lê Thu');
    const again = (await show(service)).text;
    expect(again).not.toContain('data-identified');
    expect(fieldsIn(again)).toEqual(fieldsIn(stranger));
    expect((await show(service, { 'binh-luan-identity': 'sai' })).status).toBe(401);
  }
  expect(fieldsIn(stranger)).toEqual(expect.arrayContaining(['author', 'challenge']));
});

test('the form sends for them, and the page after it is theirs', async () => {
  const service = await startService();
  const site = await vouching(service);
  const sent = await service.form(
    '/embed/demo',
    { article: '/bai-viet', body: 'Cảm ơn bài viết.' },
    site.as(),
  );
  expect(sent.status).toBe(303);
  const { text } = await show(service, site.as(), sent.headers.get('location') ?? '');
  expect(text).toContain('Bình luận của bạn đang chờ duyệt');
  expect(text).toContain('Trần Minh Quân');
  expect(sent.headers.get('location')).not.toMatch(/eyJ|identity/);
});

test('what is wrong stands beside their form as beside any', async () => {
  const service = await startService();
  const site = await vouching(service);
  const answer = await service.form('/embed/demo', { article: '/bai-viet', body: ' ' }, site.as());
  const text = await answer.text();
  expect([answer.status, text.includes('data-identified')]).toEqual([422, true]);
  expect(text).toContain('id="body-mistake"');
  expect(text).not.toMatch(/author-mistake|answer-mistake/);
});

test('a token that ended gives back every word, in the form that a stranger has, and says so', async () => {
  const service = await startService();
  const site = await vouching(service);
  const old = site.as();
  service.clock.now += 3_600_000;
  const typed = { article: '/bai-viet', body: 'Một ý kiến dài mà tôi viết rất lâu.' };
  const answer = await service.form('/embed/demo', typed, old);
  const text = await answer.text();
  expect(answer.status).toBe(401);
  expect(text).toContain(typed.body);
  expect(text).toContain('Phiên đăng nhập của bạn ở trang báo đã hết hạn');
  expect(text).not.toContain('data-identified');
  expect(fieldsIn(text)).toEqual(expect.arrayContaining(['author', 'challenge', 'answer']));
  const read = await show(service, old);
  expect(read.headers.get('www-authenticate')).toBe('Binh-Luan-Identity');
  expect([read.status, read.text.includes('Phiên đăng nhập của bạn')]).toEqual([401, true]);
  expect(read.text).not.toContain('Chưa gửi được bình luận.</strong>');
});

test('where only the signed-in may write, others read on and are led to where they sign in', async () => {
  const service = await startService();
  const words = 'Mời bạn đăng nhập để gửi ý kiến.';
  const settings = {
    identity: 'required',
    'identity-words': words,
    'identity-url': 'https://bao.example/dang-nhap',
  };
  const site = await vouching(service, { ...settings, moderation: 'publish-clean' });
  await service.form('/embed/demo', { article: '/bai-viet', body: 'Cảm ơn bài viết.' }, site.as());
  const { status, text } = await show(service);
  expect([status, text.includes('Cảm ơn bài viết.'), fieldsIn(text)]).toEqual([200, true, []]);
  expect(text).toContain(words);
  expect(text).toContain('<a href="https://bao.example/dang-nhap" target="_top">Đăng nhập</a>');
  expect(text).not.toContain('data-do="reply"');
  const typed = 'Tôi viết từ trước khi trang này đổi.';
  const refused = await service.form('/embed/demo', { article: '/bai-viet', author: 'Hòa', body: typed });
  const told = await refused.text();
  expect([refused.status, told.includes(words), told.includes(typed)]).toEqual([401, true, true]);
  expect(fieldsIn((await show(service, site.as())).text)).toContain('body');
});

test('where it is offered, a quiet link leads there; where it is off, nothing does', async () => {
  const service = await startService();
  const address = 'https://bao.example/dang-nhap';
  const site = await vouching(service, { 'identity-url': address });
  expect((await show(service)).text).toContain(`<a href="${address}" target="_top">Đăng nhập</a>`);
  expect((await show(service, site.as())).text).not.toContain(address);
  await service.setSite({ identity: 'off' });
  const { text } = await show(service, site.as());
  expect([text.includes(address), text.includes('data-identi')]).toEqual([false, false]);
});

test('what they like is marked on their page, wherever they liked it', async () => {
  const service = await startService();
  const site = await vouching(service, { moderation: 'publish-clean' });
  const sent = { article: '/bai-viet', body: 'Cảm ơn bài viết.' };
  await service.form('/embed/demo', sent, site.as({ sub: 'u-1' }));
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  const [{ id }] = body.comments;
  const elsewhere = { 'x-test-peer': '198.51.100.7' };
  await service.form('/embed/demo/likes', { article: '/bai-viet', like: id }, { ...site.as(), ...elsewhere });
  const pressed = `value="${id}" aria-pressed="true"`;
  expect((await show(service, site.as())).text).toContain(pressed);
  expect((await show(service, site.as({ sub: 'u-18' }))).text).not.toContain(pressed);
  expect((await show(service)).text).not.toContain(pressed);
});

test('a report by the form is theirs too, and one with an old token is not lost', async () => {
  const service = await startService();
  const site = await vouching(service, { moderation: 'publish-clean' });
  await service.form(
    '/embed/demo',
    { article: '/bai-viet', body: 'Cảm ơn bài viết.' },
    site.as({ sub: 'u-1' }),
  );
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai-viet');
  const path = `/embed/demo/comments/${body.comments[0].id}/report`;
  const report = { article: '/bai-viet', reason: 'spam', details: 'Đăng đi đăng lại.' };
  const old = await service.form(path, report, { 'binh-luan-identity': 'sai' });
  expect([old.status, (await old.text()).includes(report.details)]).toEqual([401, true]);
  expect((await service.form(path, report, site.as())).status).toBe(303);
});
