import { expect, test } from 'vitest';
import { findByName, requireFreeName } from '../../../src/moderators/find-account.ts';
import { moderatorName } from '../../../src/moderators/moderator.ts';
import { Duplicate } from '../../../src/store/database.ts';
import { addAccount, signIn } from '../../support/accounts.ts';
import { startService } from '../../support/service.ts';

const composed = 'Trần Quốc Tuấn'.normalize('NFC');

test.for([
  ['composed', composed],
  ['decomposed', composed.normalize('NFD')],
  ['in capitals', composed.toUpperCase()],
  ['with blanks around and inside', `  ${composed.replaceAll(' ', '\u00a0 ')} `],
  ['in wide letters', 'Ｔrần Ｑuốc Ｔuấn'],
  ['with what cannot be seen', composed.replace(' ', '\u200b \u00ad')],
])('a moderator signs in by a name that is typed %s', async ([, typed = '']) => {
  for (const stored of [composed, composed.normalize('NFD')]) {
    const service = await startService();
    await addAccount(service, stored);
    expect((await signIn(service, { name: typed })).status).toBe(204);
  }
});

test('another name is another name: marks count', async () => {
  const service = await startService();
  await addAccount(service, composed);
  for (const name of ['Tran Quoc Tuan', 'Trần Quốc Tuân', 'TrầnQuốcTuấn', `${composed}.`])
    expect((await signIn(service, { name })).status).toBe(401);
});

test('of accounts that were named alike before, each is found by its own spelling alone', async () => {
  const service = await startService();
  for (const name of ['Lan', 'LAN', 'Minh'.normalize('NFD')]) await addAccount(service, name);
  const found = async (typed: string) => (await findByName(service.deps.database, typed))?.id;
  expect([await found('Lan'), await found(' LAN '), await found('lan')]).toEqual(['Lan', 'LAN', undefined]);
});

test('a name that people would take for another account’s is taken', async () => {
  const service = await startService();
  const { deps } = service;
  await addAccount(service, composed);
  for (const name of [composed.normalize('NFD'), composed.toLowerCase(), 'Ｔrần Ｑuốc Ｔuấn'])
    await expect(requireFreeName(deps.database, name)).rejects.toThrow(Duplicate);
  await requireFreeName(deps.database, 'Trần Quốc Toản');
});

test('a name is kept composed and in one line, and is made of something that can be seen', () => {
  expect(moderatorName.parse(` ${composed.normalize('NFD').replaceAll(' ', '  ')}\u00a0`)).toBe(composed);
  for (const name of ['', ' ', '\u200b', 'Lan\nMinh', '\u00ad \u200d', '\ud800'])
    expect([name, moderatorName.safeParse(name).success]).toEqual([name, false]);
});
