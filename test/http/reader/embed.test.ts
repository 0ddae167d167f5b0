import { expect, test } from 'vitest';
import { type Service, startService } from '../../support/service.ts';

/** What a browser without JavaScript would find in the page, and its reader in the picture. */
async function readPage(service: Service, page: string) {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name && !(name in fields)) fields[name] = attribute(tag, 'value') ?? '';
  }
  const [, body = ''] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page) ?? [];
  const [, picture] = /<img[^>]* src="([^"]+)"/.exec(page) ?? [];
  fields.body = body.replace(/^\n/, '');
  return { fields, answer: picture ? await (await service.request(picture)).text() : '' };
}

const address = '/embed/demo?article=/bai&title=B%C3%A0i&url=http%3A%2F%2Fcomments.test%2Fbai';
const open = async (service: Service, path = address) =>
  readPage(service, await (await service.request(path)).text());
const typed = { author: 'Trần Văn Ơn', email: 'on@example.com', body: 'Dòng một <b>\n\nDòng "hai" & hết' };

test('without JavaScript a comment is sent, and its author is told that it waits', async () => {
  const service = await startService();
  const { fields, answer } = await open(service);
  const sent = await service.form('/embed/demo', { ...fields, ...typed, answer, do: 'send' });
  expect(sent.status).toBe(303);
  const location = sent.headers.get('location') ?? '';
  expect(location).toMatch(/^\/embed\/demo\?article=%2Fbai&title=B%C3%A0i&url=.*&sent=[\w.%-]+#/);
  const page = await (await service.request(location)).text();
  expect(page).toContain('Bình luận của bạn đang chờ duyệt');
  const receipt = /href="(\/receipts\/[^"]+)"/.exec(page)?.[1] ?? '';
  const receiptPage = await (await service.request(receipt)).text();
  expect(receiptPage).toContain('Trần Văn Ơn');
  const withdrawn = await service.form(`${receipt}/withdraw`, {});
  expect([withdrawn.status, withdrawn.headers.get('location')]).toEqual([303, receipt]);
  expect(await (await service.request(receipt)).text()).toMatch(/đã rút/i);
});

test('a mistake gives the same page back, with every word, the error beside its field and a captcha to meet', async () => {
  const service = await startService();
  const { fields, answer } = await open(service);
  const refused = await service.form('/embed/demo', { ...fields, ...typed, author: '', answer, do: 'send' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  const again = await readPage(service, page);
  expect(page).toContain('Vui lòng điền mục này.');
  expect(page).toMatch(/<input[^>]*name="author"[^>]*aria-invalid="true"/);
  expect(again.fields.email).toBe(typed.email);
  expect(again.fields.body).toBe('Dòng một &lt;b&gt;\n\nDòng &quot;hai&quot; &amp; hết');
  expect([again.fields.challenge, again.fields.answer]).toEqual([fields.challenge, answer]);

  const wrong = await service.form('/embed/demo', { ...again.fields, ...typed, answer: 'SAI', do: 'send' });
  const wrongPage = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(wrongPage).toMatch(/<input[^>]*name="answer"[^>]*aria-invalid="true"/);
  const last = await readPage(service, wrongPage);
  expect([last.fields.challenge === fields.challenge, last.fields.answer]).toEqual([false, '']);
  expect((await service.form('/embed/demo', { ...last.fields, ...typed, answer: last.answer })).status).toBe(
    303,
  );
});

test('an empty or late answer is told beside the other fields, each as what it is', async () => {
  const service = await startService();
  const { fields, answer } = await open(service);
  const post = async (more: Record<string, string>) =>
    (await service.form('/embed/demo', { ...fields, ...typed, ...more, do: 'send' })).text();
  const empty = await post({ email: 'x', answer: '' });
  expect(empty).toContain('Địa chỉ e-mail chưa đúng');
  expect(empty).toContain('Vui lòng nhập các ký tự trong hình.');
  expect((await readPage(service, empty)).fields.challenge).toBe(fields.challenge);
  service.clock.now += 600_000;
  const late = await post({ email: 'x', answer });
  expect(late).toContain('Địa chỉ e-mail chưa đúng');
  expect(late).toContain('Mã xác nhận đã hết hạn.');
  const again = await readPage(service, late);
  expect([again.fields.challenge === fields.challenge, again.fields.answer]).toEqual([false, '']);
});

test('the captcha can be reset without losing a word', async () => {
  const service = await startService();
  const { fields, answer } = await open(service);
  const reset = await service.form('/embed/demo', { ...fields, ...typed, author: '', do: 'reset-captcha' });
  expect(reset.status).toBe(200);
  const page = await reset.text();
  const again = await readPage(service, page);
  expect(page).not.toContain('aria-invalid="true"');
  expect(again.fields.challenge).not.toBe(fields.challenge);
  expect(again.fields.body).toContain('Dòng một');
  expect((await service.form('/embed/demo', { ...fields, ...typed, answer })).status).toBe(422);
});

test('a form that is sent twice is one comment', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  const { fields, answer } = await open(service);
  const form = { ...fields, ...typed, answer, do: 'send' };
  const twice = await Promise.all([service.form('/embed/demo', form), service.form('/embed/demo', form)]);
  expect(twice.map((sent) => sent.status)).toEqual([303, 303]);
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  expect(body.counts.pending).toBe(1);
});

test('comments are read further by a link, and answered by another', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  for (let index = 1; index <= 21; index += 1) {
    service.clock.now += 1000;
    await service.send({ article: { key: '/bai' }, body: `Ý kiến thứ ${index}`, challenge: undefined });
  }
  const first = await (await service.request(address)).text();
  expect(first).toContain('Ý kiến thứ 21');
  expect(first).not.toContain('Ý kiến thứ 1<');
  const links = [...first.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const more = links.find((href) => href.includes('cursor=')) ?? '';
  expect(await (await service.request(more)).text()).toContain('Ý kiến thứ 1<');
  const reply = links.find((href) => href.includes('parent=')) ?? '';
  const form = await readPage(service, await (await service.request(reply)).text());
  service.clock.now += 1000;
  const sent = await service.form('/embed/demo', { ...form.fields, ...typed, body: 'Tôi đồng ý.' });
  expect(sent.status).toBe(303);
  const { body } = await service.json('GET', '/api/v1/sites/demo/comments?article=/bai&sort=newest&limit=1');
  expect(body.comments[0]).toMatchObject({ body: 'Tôi đồng ý.', parentId: form.fields.parent });
  expect(form.fields.parent).toMatch(/^[0-9a-z]{29}$/);
});

test('what is published is text: nothing in it is markup, and only http addresses are links', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const nasty =
    '<script>alert(1)</script> <img src=x onerror=alert(1)>\njavascript:alert(1) https://bao.example/a?b="c"';
  await service.send({
    article: { key: '/bai' },
    author: '"><svg onload=alert(1)>',
    body: nasty,
    challenge: undefined,
  });
  const lan = await service.addModerator();
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  for (const { id } of body.comments) {
    await service.json(
      'POST',
      '/api/v1/decisions',
      { action: 'publish', comments: [{ id, version: 1 }] },
      lan,
    );
  }
  const page = await (await service.request(address)).text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/<script>alert|<img src=x|<svg onload/);
  expect(
    [...page.matchAll(/<a [^>]*href="(?!\/)([^"#]+)"[^>]*rel="([^"]*)"/g)].map(([, href, rel]) => [
      href,
      rel,
    ]),
  ).toEqual(expect.arrayContaining([['https://bao.example/a?b=&quot;c&quot;', 'nofollow ugc noopener']]));
  expect(page).not.toContain('href="javascript');
});

test('what the host page says wrong beside the key never breaks its page', async () => {
  const service = await startService();
  const page = await service.request(
    `/embed/demo?article=/a&title=${'x'.repeat(400)}&url=javascript:1&sort=best`,
  );
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain('javascript:1');
  expect((await service.request('/embed/demo', { headers: { accept: 'text/html' } })).status).toBe(422);
  expect((await service.form('/embed/demo', { author: 'không có bài' })).status).toBe(422);
});

test('the frame speaks the language of its site', async () => {
  const service = await startService();
  await service.setSite({ language: 'en' });
  const page = await (await service.request(address)).text();
  expect(page).toContain('<html lang="en"');
  expect(page).toContain('reset captcha');
  expect(page).not.toContain('Gửi bình luận');
});
