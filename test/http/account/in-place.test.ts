import { expect, test } from 'vitest';
import { addAccount, password, sessionOf, signIn } from '../../support/accounts.ts';
import { startService } from '../../support/service.ts';

const asPage = { accept: 'text/html' };

test('a program is told that it is the session that is missing, on the desk’s addresses too', async () => {
  const service = await startService();
  for (const path of ['/api/v1/queue', '/moderation', '/moderation/statistics']) {
    const headers = { accept: 'application/json', cookie: 'binh_luan_session=over' };
    const { status, body } = await service.json('GET', path, undefined, headers);
    expect([path, status, body.errors]).toEqual([
      path,
      401,
      [{ field: 'session', code: 'required', message: 'Vui lòng đăng nhập.' }],
    ]);
  }
  const byToken = await service.json('GET', '/api/v1/queue', undefined, { authorization: 'Bearer wrong' });
  expect(byToken.body.errors).toMatchObject([{ field: 'token' }]);
});

test('anybody may ask who is signed in, and by what one may sign in', async () => {
  const service = await startService();
  await addAccount(service);
  const ways = { passwords: true, provider: null };
  const ask = async (headers = {}) => (await service.json('GET', '/api/v1/session', undefined, headers)).body;
  expect(await ask()).toEqual({ moderator: null, signIn: ways });
  expect(await ask(await sessionOf(service))).toEqual({
    moderator: { id: 'Lan', name: 'Lan', role: 'moderator' },
    signIn: ways,
  });
});

test('a page that was asked for without a session is where the sign-in leads', async () => {
  const service = await startService();
  await addAccount(service);
  const away = await service.request('/moderation/articles?q=gi%C3%A1+x%C4%83ng', { headers: asPage });
  const address = away.headers.get('location') ?? '';
  expect(address).toBe(
    '/moderation/session/new?next=%2Fmoderation%2Farticles%3Fq%3Dgi%25C3%25A1%2Bx%25C4%2583ng',
  );
  const page = await (await service.request(address, { headers: asPage })).text();
  const next = /name="next" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const given = { name: 'Lan', password, next };
  expect((await service.form('/moderation/session', { ...given, password: 'sai' })).status).toBe(401);
  const signedIn = await service.form('/moderation/session', given);
  expect(signedIn.headers.get('location')).toBe('/moderation/articles?q=gi%C3%A1+x%C4%83ng');
});

test('a sign-in leads to no other host and to no page that ends it', async () => {
  const service = await startService();
  await addAccount(service);
  const places = [
    'https://evil.example/moderation',
    '//evil.example/moderation',
    '/\\evil.example/moderation',
    '/moderation/../embed/demo',
    '/moderation/session/end',
    '/moderation/setup/x',
    'moderation/articles',
    '/moderationx',
  ];
  for (const next of places) {
    const given = { name: 'Lan', password, next };
    const signedIn = await service.form('/moderation/session', given);
    expect([next, signedIn.headers.get('location')]).toEqual([next, '/moderation']);
  }
});

test('what was typed into a form whose session has ended stands on the page of the sign-in', async () => {
  const service = await startService();
  const typed = { comment: 'x:1', action: 'reject', reason: 'Lạc đề <quá>', note: 'đã nhắc một lần' };
  const referer = 'http://comments.test/moderation?state=reported';
  const answer = await service.form('/moderation/decisions', typed, { referer });
  const page = await answer.text();
  expect(answer.status).toBe(401);
  expect(page).toContain('Lạc đề &lt;quá&gt;');
  expect(page).toContain('đã nhắc một lần');
  expect(page).toContain('name="next" value="/moderation?state=reported"');
});

test('what was typed outlives a wrong password too, and the place is known without a referrer', async () => {
  const service = await startService();
  await addAccount(service);
  const typed = { comment: 'x:1', other: 'Lạc đề hẳn', body: 'Câu trả lời', back: 'state=reported&q=chè' };
  const page = await (await service.form('/moderation/decisions', typed)).text();
  expect(page).toContain('name="next" value="/moderation?state=reported&amp;q=ch%C3%A8"');
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const carried = Object.fromEntries(fields.map(([, name, value]) => [name, value]));
  const answer = await service.form('/moderation/session', {
    ...carried,
    name: 'Lan',
    password: 'không phải',
  });
  const again = await answer.text();
  expect([answer.status, again.split('Lạc đề hẳn').length, again.split('Câu trả lời').length]).toEqual([
    401, 3, 3,
  ]);
});

test('where passwords are off nobody signs in by one', async () => {
  const service = await startService();
  service.deps.access = { passwords: false };
  await addAccount(service);
  const refused = await signIn(service);
  expect([refused.status, refused.body.errors]).toMatchObject([403, [{ field: 'password', code: 'off' }]]);
  const page = await (await service.request('/moderation/session/new', { headers: asPage })).text();
  expect(page).not.toContain('type="password"');
});

test.each(['GET', 'HEAD', 'OPTIONS'])(
  'a stranger who asks for a page by %s is led to the sign-in',
  async (method) => {
    const service = await startService();
    const answer = await service.request('/moderation?state=spam', { method, headers: asPage });
    const place = '/moderation/session/new?next=%2Fmoderation%3Fstate%3Dspam';
    expect([answer.status, answer.headers.get('location')]).toEqual([303, place]);
  },
);
