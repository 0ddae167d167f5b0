import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { accountPage, addAccount, sessionOf } from '../support/accounts.ts';
import { pageIn, startDigesting } from '../support/digesting.ts';
import { day, hour, minute, subjects } from '../support/mailing.ts';
import { startService } from '../support/service.ts';

const confirming = 'Xác nhận địa chỉ nhận thư của bàn duyệt bình luận';
const news = 'Báo Mới: có khiếu nại mới';

test('an address is told nothing before it was confirmed by a button, and to open the page changes nothing', async () => {
  const digesting = await startDigesting();
  await digesting.give();
  await digesting.choose({ appeals: 'yes' });
  const [letter] = await digesting.letters();
  expect([letter?.to, letter?.mail.subject]).toEqual([['hoa@example.com'], confirming]);
  for (const path of [pageIn(letter), `${pageIn(letter)}/stop`]) {
    const page = await (await digesting.service.request(path)).text();
    expect(page).toContain('Nhận thư của bàn duyệt bình luận?');
  }
  await digesting.appealed('Bình luận thứ nhất.');
  expect(await digesting.letters(hour)).toEqual([]);
  await digesting.say(letter, 'accept');
  expect(await digesting.letters(hour)).toEqual([]);
  await digesting.appealed('Bình luận thứ hai.');
  expect(subjects(await digesting.letters())).toEqual([news]);
});

test('an account asks one address within an hour, and is told so with what was typed', async () => {
  const digesting = await startDigesting();
  await digesting.give('mot@example.com');
  const refused = await digesting.give('hai@example.com');
  const page = await refused.text();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
  expect(page).toContain('value="hai@example.com"');
  expect(page).toContain('<bdi>mot@example.com</bdi>');
  await digesting.service.form('/moderation/account/mail/remove', {}, digesting.lan);
  expect((await digesting.give('hai@example.com')).status).toBe(429);
  expect(await digesting.letters()).toEqual([]);
  expect((await digesting.give('hai@example.com')).status).toBe(429);
  digesting.service.clock.now += hour;
  expect((await digesting.give('hai@example.com')).status).toBe(303);
  expect((await digesting.letters()).map(({ to }) => to)).toEqual([['hai@example.com']]);
});

test('an address is asked once a day, however many accounts name it and however they spell it', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  await digesting.give();
  for (const [index, email] of ['Hoa@example.com', 'hoa+1@example.com', 'hoa@EXAMPLE.com'].entries()) {
    await addAccount(service, `Mai ${index}`);
    await digesting.give(email, await sessionOf(service, { name: `Mai ${index}` }));
  }
  expect((await digesting.letters()).length).toBe(1);
  service.clock.now += 23 * hour;
  await digesting.signIn();
  await digesting.give();
  expect(await digesting.letters()).toEqual([]);
  service.clock.now += hour;
  await digesting.give();
  expect(subjects(await digesting.letters())).toEqual([confirming]);
});

test('who wants no letters at all is not asked again, by whomever, until they say otherwise', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  await digesting.give();
  const [letter] = await digesting.letters();
  await digesting.say(letter, 'end');
  service.clock.now += 2 * day;
  await digesting.signIn();
  await digesting.give();
  await service.send({ challenge: undefined, email: 'hoa@example.com', notify: true });
  expect(await digesting.letters()).toEqual([]);
  expect(await accountPage(service, digesting.lan)).toContain('đã chọn không nhận thư nào nữa');
  expect(await (await service.request(pageIn(letter))).text()).toContain('Bạn không nhận thư nào nữa');
  await digesting.say(letter, 'accept');
  await digesting.choose({ appeals: 'yes' });
  await digesting.appealed('Bình luận thứ nhất.');
  expect(subjects(await digesting.letters())).toEqual([news]);
});

test('one click in a program for mail ends the letters to that address, and a button brings them back', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  await digesting.told({ appeals: 'yes' });
  await digesting.appealed('Bình luận thứ nhất.');
  const [letter] = await digesting.letters();
  const list = letter?.mail.headers.get('list') as { unsubscribe: { url: string } } | undefined;
  const { pathname } = new URL(String(list?.unsubscribe.url));
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  expect((await service.request(pathname, { method: 'POST', body })).status).toBe(200);
  await digesting.appealed('Bình luận thứ hai.');
  expect(await digesting.letters(day)).toEqual([]);
  await digesting.signIn();
  expect(await accountPage(service, digesting.lan)).toContain('đã chọn không nhận thư nữa');
  const page = await (await service.request(pageIn(letter))).text();
  expect(page).toContain('Bạn không nhận thư của bàn duyệt bình luận nữa');
  await digesting.say(letter, 'accept');
  expect(await digesting.letters(hour)).toEqual([]);
  await digesting.appealed('Bình luận thứ ba.');
  expect(subjects(await digesting.letters())).toEqual([news]);
});

test('a link of before the address was changed or removed brings nothing back, and still ends all letters', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  const letter = await digesting.told({ appeals: 'yes' });
  service.clock.now += hour;
  await digesting.give('minh@example.com');
  await digesting.letters();
  await digesting.say(letter, 'accept');
  await digesting.appealed('Bình luận thứ nhất.');
  expect(await digesting.letters(hour)).toEqual([]);
  const page = await (await service.request(pageIn(letter))).text();
  expect(page).toContain('Địa chỉ này không nhận thư của bàn duyệt bình luận');
  await digesting.say(letter, 'end');
  service.clock.now += 2 * day;
  await digesting.signIn();
  await digesting.give();
  expect(await digesting.letters()).toEqual([]);
});

test('a link that is not ours leads nowhere and changes nothing', async () => {
  const digesting = await startDigesting();
  const letter = await digesting.told({ appeals: 'yes' });
  const path = pageIn(letter);
  const wrongs = [
    path.slice(0, -1),
    path.replace('.Lan', '.Minh'),
    '/mail/moderator/x',
    '/mail/moderator/a.b.c',
  ];
  for (const wrong of wrongs)
    for (const what of ['accept', 'stop', 'end'])
      expect([wrong, (await digesting.service.form(`${wrong}/${what}`, {})).status]).toEqual([wrong, 404]);
  await digesting.appealed('Bình luận thứ nhất.');
  expect(subjects(await digesting.letters())).toEqual([news]);
});

test('what is no address is refused on the page, and no letter goes anywhere', async () => {
  const digesting = await startDigesting();
  const wrong = [
    'hoa',
    'hoa@example.com\r\nBcc: mallory@evil.example',
    'hoa@example.com, mallory@evil.example',
    '<hoa@example.com>',
    'Hòa <hoa@example.com>',
    `${'a'.repeat(250)}@example.com`,
    '',
  ];
  for (const email of wrong) expect([email, (await digesting.give(email)).status]).toEqual([email, 422]);
  expect(await digesting.letters(hour)).toEqual([]);
  const page = await (await digesting.give('hoa')).text();
  expect(page).toMatch(/id="mail-email"[^>]* value="hoa" autofocus aria-invalid="true"/);
});

test('the choices of a site are shown, kept as typed where they are refused, and only for sites of one’s own', async () => {
  const digesting = await startDigesting();
  const { service, lan } = digesting;
  await digesting.told({ choice: 'daily', at: '21:30', minutes: '', appeals: 'yes' });
  const shown = await accountPage(service, lan);
  expect(shown).toContain('hằng ngày lúc 21:30, khiếu nại');
  expect(shown).toContain('<bdi>hoa@example.com</bdi></b> <span class="quiet">Đã xác nhận.');
  expect(shown).toMatch(/value="daily" required checked/);
  expect(shown).toMatch(/name="appeals" value="yes" checked/);
  const wrong = [
    { minutes: '4' },
    { minutes: '1441' },
    { minutes: 'x' },
    { at: '24:00' },
    { choice: 'hourly' },
  ];
  for (const one of wrong)
    expect([one, (await digesting.choose({ choice: 'daily', at: '07:00', ...one })).status]).toEqual([
      one,
      422,
    ]);
  const refused = await (await digesting.choose({ choice: 'waiting', minutes: '4' })).text();
  expect(refused).toMatch(/name="minutes" value="4" [^>]*aria-invalid="true"/);
  expect((await digesting.choose({ site: 'nowhere' })).status).toBe(404);
  expect(await accountPage(service, lan)).toContain('hằng ngày lúc 21:30, khiếu nại');
});

test('the address stands in no log, no act, and on nobody else’s page', async () => {
  const digesting = await startDigesting();
  const { service, token } = digesting;
  await digesting.told({ appeals: 'yes', reports: 'yes' });
  await digesting.appealed('Bình luận thứ nhất.');
  await digesting.letters(minute);
  const acts = await service.deps.database.query(sql`select * from acts`.compile(build));
  const texts = [JSON.stringify(acts), service.logged.join('\n')];
  for (const path of ['/moderation/log', '/moderation/moderators', '/api/v1/acts', '/metrics'])
    texts.push(await (await service.request(path, { headers: token })).text());
  expect(texts.join('\n')).not.toContain('hoa@example.com');
});

test('where no letters are sent nothing is offered, and an address of before can be removed', async () => {
  const silent = await startService();
  await addAccount(silent, 'Lan', 'owner');
  const headers = await sessionOf(silent);
  expect(await accountPage(silent, headers)).not.toContain('id="mail"');
  expect((await silent.form('/moderation/account/mail', { email: 'hoa@example.com' }, headers)).status).toBe(
    404,
  );
  const digesting = await startDigesting();
  await digesting.told();
  digesting.service.deps.mail = undefined;
  expect(await accountPage(digesting.service, digesting.lan)).toContain('Xóa địa chỉ');
  await digesting.service.form('/moderation/account/mail/remove', {}, digesting.lan);
  expect(await accountPage(digesting.service, digesting.lan)).not.toContain('id="mail"');
});
