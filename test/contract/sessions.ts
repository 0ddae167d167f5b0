import { describe, expect } from 'vitest';
import { cookieOf, locationOf, type Sent } from './client.ts';
import { readForm } from './page.ts';
import { expectProblem } from './problem.ts';
import { password, type Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const session = '/api/v1/session';
const name = 'Chủ';

const opens = async (service: Service, who: Sent) => (await service.queue('limit=1', who)).status === 200;

export function describeSessions(test: ContractTest): void {
  describe('a session', () => {
    test('is opened by name and password, and ended on the server too', async ({ service }) => {
      const signedIn = await service.json('POST', session, { name, password });
      expect([signedIn.status, signedIn.text, signedIn.headers.getSetCookie()]).toEqual([
        204,
        '',
        [
          expect.stringMatching(
            /^binh_luan_session=[0-9a-z]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
          ),
          expect.stringMatching(
            /^binh_luan_browser=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
          ),
        ],
      ]);
      const who = cookieOf(signedIn);
      expect(await opens(service, who)).toBe(true);
      const ended = await service.request('DELETE', session, who);
      expect([ended.status, await opens(service, who)]).toEqual([204, false]);
    });

    test('is opened and ended by forms as well', async ({ service }) => {
      const { action } = readForm(
        (await service.page('/moderation/session/new')).text,
        '/moderation/session',
      );
      const signedIn = await service.form(action, { name, password });
      expect([signedIn.status, locationOf(signedIn)]).toEqual([303, '/moderation']);
      const who = cookieOf(signedIn);
      const desk = await service.page('/moderation', who);
      const out = await service.form(readForm(desk.text, '/moderation/session/end').action, {}, who);
      expect([out.status, locationOf(out), await opens(service, who)]).toEqual([
        303,
        '/moderation/session/new',
        false,
      ]);
    });

    test('opens to nobody with a wrong name or password, and both are told alike', async ({ service }) => {
      const wrong = [
        await service.json('POST', session, { name, password: 'không phải' }),
        await service.json('POST', session, { name: 'Không ai', password }),
      ];
      for (const answer of wrong) expectProblem(answer, 401, 'unauthenticated');
      expect(wrong[0]?.body.detail).toBe(wrong[1]?.body.detail);
      const page = await service.form('/moderation/session', { name, password: 'không phải' });
      expect([page.status, readForm(page.text, '/moderation/session').fields]).toEqual([
        401,
        { next: '/moderation', name, password: '' },
      ]);
      expect(expectProblem(await service.json('POST', session, {}), 422, 'invalid')).toEqual([
        'name: required',
        'password: required',
      ]);
    });

    test('does nothing that another site makes a browser ask for', async ({ service }) => {
      const foreign = [
        { origin: 'https://ke-xau.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ];
      const nobodys = { action: 'publish', comments: [{ id: 'khong-co', version: 1 }] };
      for (const from of foreign) {
        const who = { ...service.owner, ...from };
        expectProblem(await service.decide(nobodys, who), 403, 'forbidden');
        const form = await service.form('/moderation/decisions', { action: 'publish', comment: 'x:1' }, who);
        const signIn = await service.form('/moderation/session', { name, password }, from);
        expect([form.status, signIn.status, signIn.headers.get('set-cookie')]).toEqual([403, 403, null]);
      }
      for (const from of [{ origin: service.url }, { 'sec-fetch-site': 'same-origin' }]) {
        expect((await service.decide(nobodys, { ...service.owner, ...from })).status).toBe(404);
      }
    });

    test('is listed on the account’s page, from where all can be ended', async ({ service }) => {
      const { link: _, ...who } = await service.newModerator('Lan ở nhiều nơi', ['demo']);
      const elsewhere = cookieOf(await service.json('POST', session, { name: 'Lan ở nhiều nơi', password }));
      const account = (await service.page('/moderation/account', who)).text;
      expect(account).toContain('Lan ở nhiều nơi');
      const other = readForm(account, '/moderation/account/credentials/end');
      const credential = /name="credential" value="([^"]+)"/.exec(account)?.[1] ?? '';
      const ended = await service.form(other.action, { ...other.fields, credential }, who);
      expect([ended.status, await opens(service, elsewhere), await opens(service, who)]).toEqual([
        303,
        false,
        true,
      ]);
      await service.form('/moderation/account/sessions/end', {}, who);
      expect(await opens(service, who)).toBe(false);
    });
  });
}
