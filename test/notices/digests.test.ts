import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { writeDigests } from '../../src/notices/mail/moderators/write-digests.ts';
import { build } from '../../src/store/database.ts';
import { disableModerator, enableModerator, setReach } from '../../src/store/moderators/moderator-changes.ts';
import { actAt } from '../support/acts.ts';
import { type Digesting, pageIn, startDigesting } from '../support/digesting.ts';
import { evilWords, faultsOf } from '../support/evil-words.ts';
import { day, hour, minute, subjects } from '../support/mailing.ts';
import { publicUrl, start } from '../support/service.ts';

/** At that time of the day in Vietnam, the first after the tests begin. */
function at(time: string): number {
  const today = Date.parse(`2026-02-08T${time}:00+07:00`);
  return today > start ? today : today + day;
}

const waitsLong = { choice: 'waiting', minutes: '20' };

test('a moderator is told what waits longer than they want, once an hour while that lasts', async () => {
  const digesting = await startDigesting();
  await digesting.told(waitsLong);
  await digesting.send('Một ý kiến bí mật của tôi.');
  await digesting.send('Một ý kiến khác của tôi.');
  expect(await digesting.letters(20 * minute)).toEqual([]);
  const [letter, ...others] = await digesting.letters(5 * minute);
  const line = 'Báo Mới: 2 bình luận đang chờ duyệt, cũ nhất 25 phút';
  expect([letter?.to, letter?.mail.subject, others.length]).toEqual([['hoa@example.com'], line, 0]);
  expect(letter?.mail.from?.value).toEqual([{ name: 'Báo Mới', address: 'binh-luan@bao.example' }]);
  expect(letter?.mail.text).toContain(`${publicUrl}/moderation?site=demo\n`);
  expect(letter?.mail.text).toContain(`${publicUrl}/moderation/account#mail\n`);
  expect(letter?.raw + String(letter?.mail.text)).not.toMatch(/bí mật|Nguyễn Thị Hòa/);
  expect(letter?.raw.replace(/\r\n /g, ' ')).toContain(
    `List-Unsubscribe: <${publicUrl}${pageIn(letter)}/stop>`,
  );
  expect(letter?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  for (let step = 0; step < 11; step += 1) expect(await digesting.letters(5 * minute)).toEqual([]);
  expect(subjects(await digesting.letters(5 * minute))).toEqual([
    'Báo Mới: 2 bình luận đang chờ duyệt, cũ nhất 85 phút',
  ]);
});

test('nothing is sent of a queue that is empty by then', async () => {
  const digesting = await startDigesting();
  await digesting.told({ choice: 'daily', at: '07:00' });
  const { body: sent } = await digesting.send();
  await digesting.decide('publish', sent.id);
  for (let hours = 0; hours < 30; hours += 1) expect(await digesting.letters(hour)).toEqual([]);
});

test('the daily letter comes at its time in Vietnam, once a day, also around midnight there', async () => {
  for (const time of ['07:00', '00:00', '23:59', '00:01']) {
    const digesting = await startDigesting();
    await digesting.told({ choice: 'daily', at: time });
    await digesting.send();
    digesting.service.clock.now = at(time) - minute;
    expect([time, await digesting.letters()]).toEqual([time, []]);
    expect((await digesting.letters(minute)).length).toBe(1);
    for (let step = 0; step < 23; step += 1) expect(await digesting.letters(hour)).toEqual([]);
    expect((await digesting.letters(hour)).length).toBe(1);
  }
});

test('a daily letter whose time was missed comes later, and once', async () => {
  const digesting = await startDigesting();
  await digesting.told({ choice: 'daily', at: '07:00' });
  await digesting.send();
  digesting.service.clock.now = at('07:00') + 2 * day + 5 * hour;
  expect((await digesting.letters()).length).toBe(1);
  expect(await digesting.letters(18 * hour)).toEqual([]);
  expect((await digesting.letters(hour)).length).toBe(1);
});

test('an appeal and a report are told at once where that is wanted, and else not', async () => {
  for (const [chosen, expected] of [
    [{ appeals: 'yes' }, ['Báo Mới: có khiếu nại mới']],
    [{ reports: 'yes' }, ['Báo Mới: có bạn đọc báo cáo bình luận']],
    [{ appeals: 'yes', reports: 'yes' }, ['Báo Mới: có khiếu nại mới và báo cáo của bạn đọc']],
    [{}, []],
  ] as const) {
    const digesting = await startDigesting();
    await digesting.told(chosen);
    await digesting.appealed('Bình luận bị từ chối.');
    await digesting.reported('Bình luận bị báo cáo.');
    expect(subjects(await digesting.letters())).toEqual(expected);
    expect(await digesting.letters(day)).toEqual([]);
  }
});

test('what comes within five minutes of a letter is told together after them, and what was settled is not told', async () => {
  const digesting = await startDigesting();
  await digesting.told({ appeals: 'yes', reports: 'yes' });
  await digesting.appealed('Bình luận thứ nhất.');
  expect((await digesting.letters()).length).toBe(1);
  await digesting.appealed('Bình luận thứ hai.');
  await digesting.reported('Bình luận thứ ba.');
  expect(await digesting.letters(4 * minute)).toEqual([]);
  const [letter, ...others] = await digesting.letters(minute);
  expect(others).toEqual([]);
  expect(letter?.mail.text).toContain(
    '2 bình luận đang chờ duyệt, cũ nhất 5 phút, 1 bị báo cáo, 2 khiếu nại',
  );
  const settled = await startDigesting();
  await settled.told({ appeals: 'yes' });
  const { id } = await settled.appealed('Bình luận thứ nhất.');
  await settled.decide('publish', id, 3);
  expect(await settled.letters(hour)).toEqual([]);
});

test('only a report leads to those that are reported, and says no more than that', async () => {
  const digesting = await startDigesting();
  await digesting.told({ reports: 'yes' });
  await digesting.reported('Bình luận bị báo cáo.');
  const [letter] = await digesting.letters();
  expect(letter?.mail.text).toContain('Báo Mới: 1 bình luận bị báo cáo\n');
  expect(letter?.mail.text).toContain(`${publicUrl}/moderation?site=demo&state=reported\n`);
});

test('all sites of a moderator that are due are told in one letter', async () => {
  const digesting = await startDigesting();
  await digesting.service.addSite('bao-cu', { captcha: 'off', pace: 'off', name: 'Báo Cũ' });
  await digesting.told(waitsLong);
  await digesting.choose({ ...waitsLong, site: 'bao-cu' });
  await digesting.send();
  await digesting.send('Ý kiến về bài này.', 'bao-cu');
  const [letter, ...others] = await digesting.letters(25 * minute);
  expect([letter?.mail.subject, others.length]).toEqual(['Bình luận đang chờ duyệt ở 2 trang', 0]);
  expect(letter?.mail.from?.value[0]?.name).toBe('Bàn duyệt bình luận');
  for (const words of ['Báo Mới: 1 bình luận', 'Báo Cũ: 1 bình luận', '?site=bao-cu\n'])
    expect(letter?.mail.text).toContain(words);
});

test('letters are in the language of the moderator', async () => {
  const digesting = await startDigesting();
  await digesting.service.form('/moderation/language', { language: 'en' }, digesting.lan);
  const confirming = await digesting.told({ ...waitsLong, reports: 'yes' });
  expect(confirming?.mail.subject).toBe('Confirm your address for letters of the comment desk');
  await digesting.send();
  const [letter] = await digesting.letters(25 * minute);
  expect(letter?.mail.subject).toBe('Báo Mới: 1 comment is waiting, the oldest for 25 minutes');
  expect(String(letter?.mail.html)).toContain('<html lang="en">');
});

test('two processes that send at once send one letter, and so does one that reads before the other has sent', async () => {
  const digesting = await startDigesting();
  await digesting.told({ ...waitsLong, appeals: 'yes', reports: 'yes' });
  await digesting.send();
  await digesting.appealed('Bình luận bị từ chối.');
  const { world, office, service } = digesting;
  const before = office.received.length;
  service.clock.now += 25 * minute;
  const other = mailCarrier(world);
  const run = async (carry: () => Promise<boolean>) => {
    await writeDigests(world);
    while (await carry()) {}
    await writeDigests(world);
    while (await carry()) {}
  };
  await Promise.all([run(digesting.carry), run(other), run(mailCarrier(world))]);
  expect(office.received.length - before).toBe(1);
});

test('what was cut off while it was sent is sent later, and nothing else meanwhile', async () => {
  const digesting = await startDigesting();
  await digesting.told({ ...waitsLong, appeals: 'yes' });
  digesting.office.refuse = () => 451;
  await digesting.appealed('Bình luận thứ nhất.');
  expect(await digesting.letters()).toEqual([]);
  await digesting.appealed('Bình luận thứ hai.');
  expect(await digesting.letters(hour)).toEqual([]);
  digesting.office.refuse = () => undefined;
  const [letter, ...others] = await digesting.letters(4 * hour);
  expect([letter?.mail.subject, others.length]).toEqual(['Báo Mới: có khiếu nại mới', 0]);
  expect(letter?.mail.text).toContain('2 khiếu nại');
});

test('a moderator who is away during a wave is told soon, by the hour, and never more than 24 times in 24 hours', async () => {
  const digesting = await startDigesting();
  const { service, office } = digesting;
  await digesting.told({ choice: 'waiting', minutes: '5', appeals: 'yes', reports: 'yes' });
  await service.addSite('bao-cu', { name: 'Báo Cũ' });
  await digesting.choose({ site: 'bao-cu', choice: 'daily', at: '21:00' });
  await digesting.send();
  await service.deps.database.query(insertMany('cu', 'bao-cu', 3));
  const sentAt: number[] = [];
  const steps = 2 * 24 * 12;
  for (let step = 0; step < steps; step += 1) {
    if (step < 24 * 12) {
      await service.deps.database.query(insertMany(`s${step}`, 'demo', 18, service.clock.now));
      await digesting.appealed(`Bình luận bị từ chối ${step}.`);
      await digesting.reported(`Bình luận bị báo cáo ${step}.`);
    }
    const came = await digesting.letters(5 * minute);
    expect(came.length).toBeLessThanOrEqual(1);
    if (came.length > 0) sentAt.push(service.clock.now);
  }
  const within = sentAt.map((from) => sentAt.filter((one) => one >= from && one < from + day).length);
  expect(Math.max(...within)).toBeLessThanOrEqual(24);
  expect(sentAt.filter((one) => one <= start + hour).length).toBeGreaterThanOrEqual(4);
  const pauses = sentAt.slice(1).map((one, index) => one - (sentAt[index] ?? 0));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(2 * hour + 5 * minute);
  expect(office.received.filter(({ mail }) => mail.text?.includes('Báo Cũ')).length).toBe(2);
});

function insertMany(name: string, site: string, count: number, now = start) {
  return sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
    select ${name} || '-' || value, ${site}, (select min(id) from articles), 'An', 'Ý kiến.', 'pending', 0.1, '', ${name} || value, ${now}
    from json_each(${JSON.stringify(Array.from({ length: count }, (_, index) => index))})`.compile(build);
}

test('who lost the site, whose account is shut, or who chose otherwise meanwhile is told nothing', async () => {
  const changes: Record<string, (digesting: Digesting) => Promise<unknown>> = {
    'lost the site': async ({ service }) => {
      await service.addSite('bao-cu');
      const change = { ownerId: await minh(service), id: 'Lan', act: actAt(service.clock.now) };
      return setReach(service.deps.database, change, { role: 'moderator', sites: ['bao-cu'] });
    },
    'is shut': async ({ service }) => {
      const change = { ownerId: await minh(service), id: 'Lan', act: actAt(service.clock.now) };
      return disableModerator(service.deps.database, change);
    },
    'chose otherwise': ({ choose }) => choose({ choice: 'never' }),
    'has another address': ({ give, service }) => {
      service.clock.now += hour;
      return give('minh@example.com');
    },
    'removed the address': ({ service, lan }) => service.form('/moderation/account/mail/remove', {}, lan),
  };
  for (const [name, change] of Object.entries(changes)) {
    const digesting = await startDigesting();
    await digesting.told(waitsLong);
    await digesting.send();
    digesting.service.clock.now += 25 * minute;
    await writeDigests(digesting.world);
    await change(digesting);
    const came = (await digesting.letters()).filter(({ to }) => to.includes('hoa@example.com'));
    expect([name, came.length]).toEqual([name, 0]);
  }
});

async function minh({ deps }: Digesting['service']): Promise<string> {
  const [row] = await deps.database.query(
    sql<{ id: string }>`select id from moderators where name = 'Minh'`.compile(build),
  );
  return row?.id ?? '';
}

test('the address and all choices go with the account that is shut, and stay gone', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  const { database } = service.deps;
  await digesting.told(waitsLong);
  const change = { ownerId: await minh(service), id: 'Lan', act: actAt(service.clock.now) };
  await disableModerator(database, change);
  await enableModerator(database, { ...change, act: actAt(service.clock.now + 1) });
  const left = await database.query(
    sql`select (select count(*) from moderator_mailboxes) + (select count(*) from digests) as kept`.compile(
      build,
    ),
  );
  expect(left).toEqual([{ kept: 0 }]);
});

test('the name of a site is no header, no recipient, no markup and no link in any letter', async () => {
  const digesting = await startDigesting();
  const { service } = digesting;
  await digesting.told({ ...waitsLong, appeals: 'yes' });
  await digesting.send();
  await service.addSite('bao-cu', { captcha: 'off', pace: 'off' });
  await digesting.choose({ ...waitsLong, site: 'bao-cu' });
  const injected: unknown[] = [];
  const page = `${publicUrl}${pageIn(digesting.office.received[0])}`;
  const links = [
    page,
    `${publicUrl}/moderation/account#mail`,
    ...['demo', 'bao-cu'].map((site) => `${publicUrl}/moderation?site=${site}`),
  ];
  for (const [index, words] of evilWords.entries()) {
    if (index === 3) await digesting.send('Một ý kiến nữa.', 'bao-cu');
    await service.deps.database.query(sql`update sites set name = ${words}`.compile(build));
    await service.deps.database.query(
      sql`update letters set created_at = created_at - ${3 * day}, tried_at = tried_at - ${3 * day}`.compile(
        build,
      ),
    );
    const faults = faultsOf(await digesting.letters(hour), links);
    if (faults.length > 0) injected.push({ words, faults });
  }
  expect(injected).toEqual([]);
});
