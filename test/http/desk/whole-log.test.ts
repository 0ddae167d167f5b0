import { expect, test } from 'vitest';
import { putFont, removeFont, setSeed } from '../../../src/store/captcha-styles.ts';
import { addAccount, sessionOf, signIn } from '../../support/accounts.ts';
import { actAt } from '../../support/acts.ts';
import { type Service, startService } from '../../support/service.ts';

type Headers = Record<string, string>;

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const listed = async (who: Headers = owner, query = '') => {
    const { body } = await service.json('GET', `/api/v1/acts?limit=100${query}`, undefined, who);
    return body.acts as Record<string, unknown>[];
  };
  const send = async (body: string) =>
    (await service.send({ challenge: undefined, body })).body as { id: string; receipt: string };
  return { service, owner, listed, send };
}

const minute = (service: Service) => {
  service.clock.now += 60_000;
};

test('what readers take back is in the log as theirs, and what they erase is not named', async () => {
  const { service, listed, send } = await open();
  const [taken, erased] = [await send('Rút lại sau.'), await send('Xóa hẳn sau.')];
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  minute(service);
  await service.json('DELETE', `/api/v1/receipts/${taken.receipt}`);
  await service.json('DELETE', `/api/v1/receipts/${taken.receipt}`);
  minute(service);
  await service.json('POST', `/api/v1/receipts/${erased.receipt}/erasure`);
  await service.json('POST', `/api/v1/receipts/${erased.receipt}/erasure`);
  const acts = await listed(lan, '&access=reader');
  expect(acts.map(({ kind, by, site, about, details }) => [kind, by, site, about, details])).toEqual([
    ['erase', null, 'demo', null, { comments: 1 }],
    [
      'withdraw',
      null,
      'demo',
      { id: taken.id, author: 'Nguyễn Thị Hòa', body: 'Rút lại sau.' },
      { comment: taken.id },
    ],
  ]);
  await service.json('POST', `/api/v1/receipts/${taken.receipt}/erasure`);
  expect(JSON.stringify(await listed(lan, '&access=reader'))).not.toMatch(/Rút lại|Xóa hẳn|Hòa/);
});

test('who signs out is in the log once, and a session that another took the place of is not one that was left', async () => {
  const { service, listed } = await open();
  await addAccount(service);
  const first = await sessionOf(service);
  minute(service);
  const second = await signIn(service, {}, first);
  minute(service);
  const cookie = second.headers.get('set-cookie')?.split(';')[0] ?? '';
  await service.json('DELETE', '/api/v1/session', undefined, { cookie });
  await service.json('DELETE', '/api/v1/session', undefined, { cookie });
  const acts = await listed(undefined, '&moderator=Lan');
  expect(acts.map(({ kind, by, account, access }) => [kind, by, account, access])).toEqual([
    ['sign-out', 'Lan', 'Lan', 'desk'],
    ['sign-in', 'Lan', 'Lan', 'desk'],
    ['sign-in', 'Lan', 'Lan', 'desk'],
  ]);
});

test('however often strangers guess, the log has one line for a quarter of an hour, which says how often', async () => {
  const { service, listed } = await open();
  await addAccount(service);
  for (const name of ['Lan', 'Lan', 'Lan', 'ai-do', 'ai-khac'])
    await signIn(service, { name, password: 'đoán bừa' });
  service.clock.now += 15 * 60_000;
  await signIn(service, { password: 'đoán bừa' });
  const refused = await listed(undefined, '&kind=sign-in-refused');
  expect(refused.map(({ account, details }) => [account, details])).toEqual([
    ['Lan', { why: 'credentials' }],
    expect.anything(),
    expect.anything(),
  ]);
  expect(refused.slice(1).map(({ account, details }) => [account, details])).toEqual(
    expect.arrayContaining([
      [null, { why: 'credentials', times: 2 }],
      ['Lan', { why: 'credentials', times: 3 }],
    ]),
  );
});

test('how captchas are drawn is changed by an act, and a font that is not there by none', async () => {
  const { service, listed } = await open();
  const { database } = service.deps;
  await setSeed(database, 'khác', actAt(service.clock.now + 1));
  await putFont(database, { name: 'Của tôi', glyphs: {} }, 'nữa', actAt(service.clock.now + 2));
  await removeFont(database, 'Của tôi', 'lại', actAt(service.clock.now + 3));
  await removeFont(database, 'Của tôi', 'lại nữa', actAt(service.clock.now + 4));
  const acts = await listed(undefined, '&kind=captcha-style');
  expect(acts.map(({ access, details }) => [access, details])).toEqual([
    ['command', { font: 'Của tôi', state: 'off' }],
    ['command', { font: 'Của tôi', state: 'on' }],
    ['command', {}],
  ]);
});

test('whatever is taken out as a file is an act of who took it', async () => {
  const { service, owner, listed } = await open();
  for (const path of ['decisions.csv', 'log.csv', 'log.jsonl', 'statistics/moderators.csv']) {
    service.clock.now += 1000;
    expect((await service.request(`/moderation/${path}`, { headers: owner })).status).toBe(200);
  }
  const acts = await listed(undefined, '&kind=export');
  expect(acts.map(({ by, details }) => [by, details])).toEqual([
    ['Chủ', { what: 'statistics', format: 'csv' }],
    ['Chủ', { what: 'log', format: 'jsonl' }],
    ['Chủ', { what: 'log', format: 'csv' }],
    ['Chủ', { what: 'decisions', format: 'csv' }],
  ]);
});
