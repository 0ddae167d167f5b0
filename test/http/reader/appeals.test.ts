import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { type Service, start, startService } from '../../support/service.ts';

const why = 'Tôi chỉ trích nguyên văn lời trong bài.';
const reason = 'Không liên quan đến bài viết';

/** A service with one comment that a moderator has decided against. */
async function newService(action = 'reject') {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  const lan = await service.addModerator();
  const { id, receipt } = (await service.send({ challenge: undefined })).body;
  const decide = async (doing: string, version: number) =>
    service.json(
      'POST',
      '/api/v1/decisions',
      { action: doing, comments: [{ id, version }], ...(doing === 'reject' && { reason }) },
      lan,
    );
  const decision = (await decide(action, 1)).body.id;
  return {
    service,
    lan,
    id,
    decide,
    decision,
    api: `/api/v1/receipts/${receipt}`,
    page: `/receipts/${receipt}`,
    appeal: (text: unknown = why) => service.json('POST', `/api/v1/receipts/${receipt}/appeals`, { text }),
  };
}

const rowOf = async ({ deps }: Service, id: string) => {
  const [row] = await deps.database.query(
    build
      .selectFrom('comments')
      .select(['state', 'version', 'lesson', 'appeal', 'appealed_at'])
      .where('id', '=', id)
      .compile(),
  );
  return row;
};

const read = async (service: Service, path: string) => (await service.request(path)).text();

test('an author appeals once, and the comment waits for a moderator again', async () => {
  for (const action of ['reject', 'spam']) {
    const { service, id, api, appeal } = await newService(action);
    service.clock.now += 1000;
    const taken = await appeal(`\r\n${why} \r\n`);
    expect([taken.status, taken.body]).toEqual([202, { id, state: 'pending' }]);
    expect(await rowOf(service, id)).toEqual({
      state: 'pending',
      version: 3,
      lesson: action,
      appeal: why,
      appealed_at: start + 1000,
    });
    const { body } = await service.json('GET', api);
    expect(body).toEqual({
      id,
      state: 'pending',
      appealedAt: '2026-02-08T07:30:01.000Z',
      createdAt: '2026-02-08T07:30:00.000Z',
    });
    const again = await appeal('Thêm một lần nữa.');
    expect([again.status, again.body.detail]).toEqual([
      409,
      'Bạn đã yêu cầu xem lại bình luận này. Mỗi bình luận chỉ yêu cầu được một lần.',
    ]);
  }
});

test('of several appeals at once, one is taken', async () => {
  const { service, id, appeal } = await newService();
  const taken = await Promise.all([appeal('một'), appeal('hai'), appeal('ba')]);
  expect(taken.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  expect(await rowOf(service, id)).toMatchObject({ version: 3 });
});

test('a decision after the appeal is the last word', async () => {
  const { service, api, page, decide, appeal } = await newService();
  await appeal();
  expect((await decide('reject', 3)).status).toBe(201);
  expect((await appeal()).status).toBe(409);
  expect((await service.json('GET', api)).body).toMatchObject({
    state: 'rejected',
    reason,
  });
  const told = await read(service, page);
  expect(told).toContain('Rất tiếc, bình luận của bạn vẫn không được đăng');
  expect(told).not.toContain('name="text"');
});

test('the decision appealed against cannot be undone, since it stands no more', async () => {
  const { service, lan, id, decision, appeal } = await newService();
  await appeal();
  const { status, body } = await service.json('DELETE', `/api/v1/decisions/${decision}`, undefined, lan);
  expect([status, body.results]).toEqual([409, [{ id, outcome: 'conflict', state: 'pending', version: 3 }]]);
});

test('only a comment that was not published can be appealed for', async () => {
  for (const action of ['publish', 'restore']) {
    const { service, id, appeal } = await newService(action);
    const before = await rowOf(service, id);
    const refused = await appeal();
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'Chỉ bình luận không được đăng mới cần yêu cầu xem lại.',
    ]);
    expect(await rowOf(service, id)).toEqual(before);
  }
  const { service, api, appeal } = await newService();
  await service.json('DELETE', api);
  expect((await appeal()).status).toBe(409);
});

test('an appeal is a few words, and only for whoever holds the receipt', async () => {
  const { service, id, appeal } = await newService();
  for (const [text, code] of [
    ['', 'required'],
    [' \n ', 'required'],
    ['x'.repeat(1001), 'too-long'],
    [undefined, 'required'],
  ] as const) {
    const { status, body } = await appeal(text ?? null);
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'text']);
    if (text !== undefined) expect(body.errors[0].code).toBe(code);
  }
  const forged = await service.json('POST', `/api/v1/receipts/${id}.x/appeals`, { text: why });
  expect(forged.status).toBe(404);
  expect((await service.form(`/receipts/${id}.x/appeal`, { text: why })).status).toBe(404);
  expect((await appeal('x'.repeat(1000))).status).toBe(202);
});

test('without JavaScript an author appeals on the page of the receipt, and is told what comes next', async () => {
  const { service, page } = await newService();
  expect(await read(service, page)).toContain('Bạn thấy quyết định này chưa đúng?');
  const empty = await service.form(`${page}/appeal`, { text: '  ' });
  const emptyPage = await empty.text();
  expect(empty.status).toBe(422);
  expect(emptyPage).toMatch(/<textarea[^>]*name="text"[^>]*aria-invalid="true"/);
  expect(emptyPage).toContain('Vui lòng điền mục này.');
  const sent = await service.form(`${page}/appeal`, { text: why });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, page]);
  const told = await read(service, page);
  expect(told).toContain('Bình luận của bạn sẽ được xem lại');
  expect(told).toContain(why);
  expect(told).not.toContain('name="text"');
  const twice = await service.form(`${page}/appeal`, { text: why });
  expect(twice.status).toBe(409);
  expect(await twice.text()).toMatch(
    /sẽ được xem lại<\/h1>[\s\S]*<p[^>]* role="alert">Bạn đã yêu cầu xem lại/,
  );
});

test('an author reads what a moderator changed, beside what they sent', async () => {
  const { service, id, api, page, decide } = await newService('restore');
  const { database } = service.deps;
  const [lan] = await database.query(build.selectFrom('moderators').select('id').compile());
  for (const [index, body] of ['Bản thứ nhất & gốc', 'Bản thứ hai'].entries()) {
    await database.query(
      build
        .insertInto('edits')
        .values({
          id: `z${9 - index}`,
          comment_id: id,
          moderator_id: lan?.id ?? '',
          author_before: 'Hòa',
          body_before: body,
          created_at: start,
        })
        .compile(),
    );
  }
  expect(await read(service, page)).toContain('Người kiểm duyệt đã sửa vài chỗ.');
  expect((await decide('publish', 1)).status).toBe(201);
  const told = await read(service, page);
  expect(told).toMatch(
    /rất hữu ích[\s\S]*Người kiểm duyệt đã sửa vài chỗ trước khi đăng\.[\s\S]*Bản thứ nhất &amp; gốc/,
  );
  expect(told).not.toContain('Bản thứ hai');
  expect((await service.json('GET', api)).body).toMatchObject({
    state: 'published',
    edited: { body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.', original: 'Bản thứ nhất & gốc' },
  });
});

test('where a moderator has decided, a reader of an English site is told in English', async () => {
  const { service, page } = await newService();
  await service.setSite({ language: 'en' });
  expect(await read(service, page)).toContain('Tell us why someone should look again');
  const sent = await service.form(`${page}/appeal`, { text: why });
  expect(await read(service, sent.headers.get('location') ?? '')).toContain(
    'Your comment will be looked at again',
  );
});
