import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readTyped } from '../../src/language/typed.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { addAccount, password, sessionOf } from '../support/accounts.ts';
import { countRows, escaped, expectCalm, expectNone, openService } from './answers.ts';
import { everyNth, mixtures, seed } from './dice.ts';

/** What a browser can send in a form. */
const typed = [...everyNth(3), ...mixtures(seed, 20)].filter(
  (text) => text.isWellFormed() && text.length < 5000,
);

/** What a password or a name may be mistaken for. */
const alike = ['\0', '\u3164', 'x'.repeat(300), 'ế'.normalize('NFD'), '\ud800'];

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

test('words of the filter are kept as they were typed, and no word stops the filter', async () => {
  const { service, form, post, owner } = await openService();
  const stored = sql<{ word: string }>`select word from site_words order by word`.compile(build);
  const wrong: unknown[] = [];
  for (const [index, text] of typed.entries()) {
    await service.deps.database.query(sql`delete from site_words`.compile(build));
    const fields = { site: 'demo', [index % 2 ? 'held' : 'passed']: text, do: 'save' };
    const { status } = await form('/moderation/filter', fields, owner);
    const words = linesOf(text).map((line) => line.normalize('NFC').toLowerCase());
    const expected = status === 303 ? [...new Set(words)].sort() : [];
    const kept = (await service.deps.database.query(stored)).map(({ word }) => word);
    if (![303, 422].includes(status) || kept.sort().join('|') !== expected.join('|'))
      wrong.push([text, status, kept]);
    if (index % 5) continue;
    const body = `${index}: ${text.slice(0, 500)}`;
    const sent = await post('/api/v1/sites/demo/comments', {
      article: { key: `/${index}` },
      author: 'Hoa',
      body,
    });
    if (sent.status !== 202 && sent.fields[0] !== 'body') wrong.push([text, sent.status, sent.fields]);
    await form('/moderation/filter', { ...fields, do: 'try' }, owner);
  }
  expectNone(wrong);
  const both = await form(
    '/moderation/filter',
    { site: 'demo', held: 'từ', passed: 'Từ', do: 'save' },
    owner,
  );
  expect(both.status).toBe(422);
  expectCalm(service);
});

const settings = {
  name: 'Báo',
  language: 'vi',
  origins: '',
  moderation: 'publish-clean',
  captcha: 'off',
  pace: 'off',
  'max-length': '2000',
  'close-after-days': '0',
  'article-per-hour': '300',
  'site-per-hour': '1200',
  'hold-abuse-at': '0.9',
  'hold-spam-at': '0.5',
  learning: 'off',
  'retention-days': '30',
  'reject-reasons': '',
  'newsroom-name': 'Tòa soạn',
  'reserved-names': '',
};

const isList = (field: string) => field === 'reject-reasons' || field === 'reserved-names';

const choices = ['language', 'moderation', 'captcha', 'pace', 'learning'];

test('settings of a site are taken whole, or the form comes back with every word', async () => {
  const { service, form, owner } = await openService();
  const wrong: unknown[] = [];
  for (const [index, text] of typed.entries()) {
    const names = Object.keys(settings);
    const name = names[index % names.length] ?? 'name';
    for (const field of new Set([name, 'name', 'reject-reasons', 'reserved-names'])) {
      const { status, text: page } = await form(
        '/moderation/sites/demo',
        { ...settings, [field]: text },
        owner,
      );
      const site = await findSite(service.deps.database, 'demo');
      if (status === 422) {
        if (!choices.includes(field) && !page.includes(escaped(text))) wrong.push([field, text, 'was lost']);
      } else if (status !== 303) wrong.push([field, text, status]);
      else if (field === 'name' && site?.name !== readTyped(text)) wrong.push([field, text, site?.name]);
      else if (isList(field) && site?.[field].join('\n') !== linesOf(text).map(readTyped).join('\n'))
        wrong.push([field, text, site?.[field]]);
    }
  }
  expectNone(wrong);
  expectCalm(service);
});

test('a site, an account, a key and a language are made of nothing but what they may be', async () => {
  const { service, form, owner } = await openService();
  const wrong: unknown[] = [];
  const before = await countRows(service);
  let accounts = 0;
  for (const text of typed) {
    const site = await form('/moderation/sites', { id: text, name: text, origins: text }, owner);
    if (site.status !== 422 && !/^[a-z0-9][a-z0-9-]{0,63}$/.test(text.trim()))
      wrong.push(['site', text, site.status]);
    const account = await form(
      '/moderation/moderators',
      { name: text, role: 'moderator', everywhere: 'yes' },
      owner,
    );
    if (account.status === 200) accounts += 1;
    if (account.status === 200 && !account.text.includes(escaped(readTyped(text))))
      wrong.push(['account', text]);
    const given = { role: text, site: text, everywhere: text, factor: text };
    for (const path of [
      '/moderation/moderators',
      `/moderation/moderators/${encodeURIComponent(text || 'x')}`,
    ]) {
      const { status } = await form(path, { ...given, name: text }, owner);
      if (![404, 422].includes(status)) wrong.push([path, text, status]);
    }
    const keys = await form('/moderation/keys', { next: text, help: text.slice(0, 1) }, owner);
    if (keys.status !== 303 && keys.status !== 422) wrong.push(['keys', text, keys.status]);
  }
  expectNone(wrong);
  const after = await countRows(service);
  expect(after.moderators).toBe((before.moderators ?? 0) + accounts);
  expect(accounts).toBeGreaterThan(20);
  const names = sql<{ name: string }>`select name from moderators`.compile(build);
  const typedNames = new Set([...typed.map(readTyped), 'Chủ']);
  expect((await service.deps.database.query(names)).filter(({ name }) => !typedNames.has(name))).toEqual([]);
  expectCalm(service);
});

test('who signs in says any name and password, and opens nothing by them', async () => {
  const { service, post, form, ask } = await openService();
  const wrong: unknown[] = [];
  for (const [index, text] of alike.entries()) {
    const peer = { 'x-test-peer': `192.0.2.${index}` };
    const answers = [
      await post('/api/v1/session', { name: text, password: text, code: text }, peer),
      await form('/moderation/session', { name: text, password: text }, peer),
      await form('/moderation/session/code', { halfway: text, code: text }, peer),
      await form('/moderation/session/code', { halfway: `x.${text}.${text}`, code: text }, peer),
    ];
    for (const { status } of answers) if (![401, 422, 429].includes(status)) wrong.push([text, status]);
  }
  for (const text of typed.filter((one) => /^[\x20-\x7e\x80-\xff]*$/.test(one))) {
    for (const header of ['authorization', 'cookie']) {
      const value = header === 'cookie' ? `binh_luan_session=${text}` : `Bearer ${text}`;
      const { status } = await ask('/api/v1/queue', { headers: { [header]: value } });
      if (status !== 401) wrong.push([header, text, status]);
    }
  }
  expectNone(wrong);
  expectCalm(service);
});

test('the own account takes any text for a code, a kind or a deed, and keeps its password', async () => {
  const { service, form, get } = await openService();
  await addAccount(service, 'Minh');
  const session = await sessionOf(service, { name: 'Minh' });
  const wrong: unknown[] = [];
  for (const text of typed.filter((_, index) => index % 4 === 0)) {
    const account = '/moderation/account';
    const answers = [
      await get(account, { done: text }, session),
      await form(`${account}/second-factor/confirm`, { code: text }, session),
      await form(`${account}/credentials/end`, { credential: text, kind: text }, session),
      await form(`${account}/password`, { password, newPassword: text.slice(0, 7) }, session),
    ];
    const statuses = answers.map(({ status }) => status);
    if (statuses[0] !== 200 || statuses.slice(1).some((status) => status < 400 || status >= 500))
      wrong.push([text, statuses]);
  }
  expectNone(wrong);
  expectCalm(service);
});
