import { describe, expect } from 'vitest';
import { locationOf, type Sent } from './client.ts';
import { attribute, findTag, linksOf, readForm } from './page.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';
import { doWork } from './work.ts';

const typed = { author: 'Trần Văn Ơn', email: 'on@example.com', body: '\nDòng một <b>\n\nDòng "hai" & hết' };
const article = 'article=/bai&title=B%C3%A0i&url=https%3A%2F%2Fbao.example%2Fbai';

async function openFrame(service: Service, site: string, more = '') {
  const { text } = await service.page(`/embed/${site}?${article}${more}`);
  return { page: text, ...readForm(text, `/embed/${site}`) };
}

/** What the page's script puts into the form where the device confirms: another challenge, and its work done. */
async function workInstead(service: Service, site: string, fields: Sent): Promise<Sent> {
  const path = `/api/v1/sites/${site}/challenges`;
  const { body } = await service.json('POST', path, { replaces: fields.challenge });
  return { challenge: body.id, proofOfWork: JSON.stringify(await doWork(body.proofOfWork)) };
}

export function describeFrame(test: ContractTest): void {
  describe('the frame, by forms alone', () => {
    test('it has its heading, the captcha with its reset, and both buttons', async ({ service }) => {
      const { page, fields } = await openFrame(service, 'demo');
      expect(page).toMatch(/<h2 id="heading">Ý kiến bạn đọc/);
      expect(page).toMatch(/<h3[^>]*><label for="body">Gửi bình luận</);
      expect(page).toMatch(/<button[^>]*value="reset-captcha"[^>]*>.*reset captcha</);
      expect(page).toMatch(/<button class="button main"[^>]*>Gửi bình luận</);
      expect(page).toMatch(/<button class="button" name="do" value="clear"[^>]*>Nhập lại</);
      expect(fields).toMatchObject({
        article: '/bai',
        title: 'Bài',
        author: '',
        email: '',
        body: '',
        answer: '',
      });
      const source = attribute(findTag(page, 'id="picture"'), 'src');
      const picture = await fetch(new URL(source, service.url));
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    });

    test('a comment is sent, its author is told that it waits, and finds it again', async ({ service }) => {
      const site = await service.newSite();
      const { action, fields } = await openFrame(service, site);
      const met = await workInstead(service, site, fields);
      const sent = await service.form(action, { ...fields, ...typed, ...met, do: 'send' });
      expect([sent.status, locationOf(sent)]).toEqual([
        303,
        expect.stringMatching(new RegExp(`^/embed/${site}\\?article=%2Fbai&title=B%C3%A0i&url=.*&sent=`)),
      ]);
      const confirmation = (await service.page(locationOf(sent))).text;
      expect(attribute(findTag(confirmation, 'id="binh-luan-status"'), 'data-state')).toBe('pending');
      const receipt = linksOf(confirmation).find((link) => link.startsWith('/receipts/')) ?? '';
      expect((await service.page(receipt)).text).toContain('Trần Văn Ơn');
      const { comments } = (await service.queue(`site=${site}`)).body;
      expect(comments.map(({ author, body }: Sent) => ({ author, body }))).toEqual([
        { author: typed.author, body: typed.body.trim() },
      ]);
    });

    test('a mistake gives back every word, the error beside its field, and a fresh captcha', async ({
      service,
    }) => {
      const site = await service.newSite();
      const { action, fields } = await openFrame(service, site);
      const wrong = { ...fields, ...typed, email: 'không phải e-mail', answer: 'SAI', do: 'send' };
      const refused = await service.form(action, wrong);
      expect(refused.status).toBe(422);
      expect(readForm(refused.text, action).fields).toMatchObject({ ...typed, email: 'không phải e-mail' });
      expect(findTag(refused.text, 'id="email"')).toContain('aria-describedby="email-mistake');
      expect(findTag(refused.text, 'id="author"')).not.toContain('mistake');
      expect(readForm(refused.text, action).fields.challenge).not.toBe(fields.challenge);
      const again = await service.form(action, {
        ...readForm(refused.text, action).fields,
        ...typed,
        answer: 'SAI',
      });
      expect(again.status).toBe(422);
      expect(findTag(again.text, 'id="answer"')).toContain('aria-invalid="true"');
      expect(readForm(again.text, action).fields).toMatchObject(typed);
    });

    test('the captcha is reset without losing a word, and the old one is dead', async ({ service }) => {
      const site = await service.newSite();
      const { action, fields } = await openFrame(service, site);
      const met = { ...fields, ...(await workInstead(service, site, fields)) };
      const reset = await service.form(action, { ...met, ...typed, do: 'reset-captcha' });
      const again = readForm(reset.text, action).fields;
      expect([reset.status, again.challenge === met.challenge]).toEqual([200, false]);
      expect(again).toMatchObject(typed);
      expect(reset.text).not.toContain('aria-invalid');
      const late = await service.form(action, { ...met, ...typed, do: 'send' });
      expect(late.status).toBe(422);
      const fresh = await service.form(action, {
        ...again,
        ...(await workInstead(service, site, again)),
        do: 'send',
      });
      expect(fresh.status).toBe(303);
    });

    test('a form that is sent twice at once is one comment', async ({ service }) => {
      const site = await service.heldSite();
      const { action, fields } = await openFrame(service, site);
      const both = await Promise.all(
        [1, 2].map(() => service.form(action, { ...fields, ...typed, do: 'send' })),
      );
      expect(both.map(({ status }) => status)).toEqual([303, 303]);
      expect(locationOf({ headers: both[0]?.headers ?? new Headers() })).toBe(
        locationOf({ headers: both[1]?.headers ?? new Headers() }),
      );
      expect((await service.queue(`site=${site}`)).body.counts.pending).toBe(1);
    });

    test('comments are read further by a link, and answered by another', async ({ service }) => {
      const site = await service.openSite();
      const [first = ''] = await service.sendMany(site, 21);
      const { page } = await openFrame(service, site);
      expect(page.match(/<article id="/g)).toHaveLength(20);
      const more = linksOf(page).find((link) => link.includes('cursor=')) ?? '';
      const rest = (await service.page(more)).text;
      expect(rest).toContain(first);
      expect(page).not.toContain(first);
      const answer = readForm(
        (await service.page(`/embed/${site}?${article}&parent=${first}`)).text,
        '/embed/',
      );
      expect(answer.fields.parent).toBe(first);
      await service.form(answer.action, { ...answer.fields, ...typed, body: 'Tôi đồng ý.' });
      const { comments } = (await service.thread(site, '&sort=newest&limit=1')).body;
      expect(comments).toMatchObject([{ body: 'Tôi đồng ý.', parentId: first }]);
    });

    test('it speaks the language of its site, and shows what was written as text', async ({ service }) => {
      const site = await service.openSite({ language: 'en' });
      await service.send(site, { author: '<i>Hòa</i>', body: '<script>alert(1)</script> hay' });
      const { comments } = (await service.queue(`site=${site}`)).body;
      if (comments.length > 0) await service.decideNew('publish', [comments[0].id]);
      const { page } = await openFrame(service, site);
      expect(page).toContain('<html lang="en"');
      expect(page).toContain('Send a comment');
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).not.toMatch(/<script>alert|<i>Hòa/);
    });

    test('without an article, or as another type than a form, it is refused', async ({ service }) => {
      expect((await service.page('/embed/demo')).status).toBe(422);
      const headers = { accept: 'text/html', 'content-type': 'application/json' };
      expect((await service.request('POST', '/embed/demo', headers, '{}')).status).toBe(415);
    });
  });
}
