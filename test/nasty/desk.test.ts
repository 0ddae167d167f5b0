import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { asStored, countRows, expectCalm, expectNone } from './answers.ts';
import { everyNth, everyText, mixtures, seed } from './dice.ts';
import { isPolite, openWaiting } from './waiting.ts';

const texts = [...everyText, ...mixtures(seed, 40)];
const typed = [...everyNth(4), ...mixtures(seed, 20)].filter(
  (text) => text.isWellFormed() && text.length < 1000,
);

test('an edit is stored as it was typed, or refused whole and by name', async () => {
  const { service, id, rowOf, post, form, owner } = await openWaiting();
  const wrong: unknown[] = [];
  for (const [index, text] of texts.entries()) {
    const before = await rowOf();
    const given = { version: before.version, author: text, body: texts[(index + 7) % texts.length] ?? '' };
    const answer = await post(`/api/v1/comments/${id}`, given, owner, 'PATCH');
    const expected =
      answer.status === 204
        ? {
            ...before,
            version: before.version + 1,
            author: asStored(text.replace(/\s+/g, ' ').trim()),
            body: asStored(given.body),
          }
        : before;
    if (!isPolite(answer, ['author', 'body'])) wrong.push([given, answer.status, answer.fields]);
    const after = await rowOf();
    if (JSON.stringify(after) !== JSON.stringify(expected)) wrong.push([given, after]);
  }
  for (const text of typed) {
    const answer = await form(
      `/moderation/comments/${id}`,
      { version: text, author: text, body: text, back: text },
      owner,
    );
    if (![409, 422].includes(answer.status)) wrong.push([text, answer.status]);
  }
  expectNone(wrong);
  expect((await rowOf()).version).toBeGreaterThan(everyText.length / 4);
  expectCalm(service);
});

test('reason and note of a decision are kept as they were written, or nothing is decided', async () => {
  const { service, id, rowOf, post, owner } = await openWaiting();
  const kept = sql<{ reason: string | null; note: string | null }>`select reason, note from decisions
    order by created_at desc, rowid desc limit 1`.compile(build);
  const wrong: unknown[] = [];
  for (const text of texts) {
    const before = await rowOf();
    const action = before.state === 'pending' ? 'reject' : 'restore';
    const comments = [{ id, version: before.version }];
    const answer = await post('/api/v1/decisions', { action, comments, reason: text, note: text }, owner);
    if (!isPolite(answer, ['reason', 'note'])) wrong.push([text, answer.status, answer.fields]);
    const after = await rowOf();
    if (answer.status !== 201 && after.version !== before.version) wrong.push([text, 'decided all the same']);
    if (answer.status !== 201) continue;
    const [row] = await service.deps.database.query(kept);
    const said = text.trim() || null;
    if (row?.reason !== said || row.note !== said) wrong.push([text, row]);
  }
  expectNone(wrong);
  expect((await countRows(service)).decided_comments).toBeGreaterThan(everyText.length / 2);
  expectCalm(service);
});

test('forms of the desk decide, block, claim and undo what is there, whatever they are sent', async () => {
  const { service, id, rowOf, form, post, owner, ask } = await openWaiting();
  const before = await countRows(service);
  const standing = await rowOf();
  const wrong: unknown[] = [];
  for (const text of typed) {
    const path = encodeURIComponent(text || 'x');
    const notOne = text.trim() === '1' ? 'x' : text;
    const answers = [
      await form('/moderation/decisions', { action: text, comment: `${id}:1` }, owner),
      await form('/moderation/decisions', { action: 'reject', comment: text, back: text }, owner),
      await form('/moderation/decisions', { action: 'reject', comment: `${id}:${notOne}` }, owner),
      await form(
        '/moderation/decisions',
        { action: 'reject', filter: `q=${text}&rule=${text}`, expected: text },
        owner,
      ),
      await form('/moderation/decisions', { action: 'reject', filter: text, expected: '99' }, owner),
      await form(`/moderation/decisions/${path}/undo`, { back: text }, owner),
      await form(`/moderation/comments/${id}/block`, { hours: /^\s*\d+\s*$/.test(text) ? 'x' : text }, owner),
      await form('/moderation/articles', { article: notOne, open: 'no', back: text }, owner),
      await form('/moderation/views', { name: text, asked: `q=${text}&rule=${text}&state=none` }, owner),
      await form(`/moderation/views/${path}`, { do: 'rename', name: text }, owner),
      await form('/moderation/views/x', { do: text, name: text }, owner),
      await form('/moderation/language', { language: text }, owner),
      await ask(`/api/v1/claims/${path}`, { method: 'PUT', headers: owner }),
      await ask(`/api/v1/decisions/${path}`, { method: 'DELETE', headers: owner }),
      await post('/api/v1/claims', { article: `${text}!`, like: text, rule: text }, owner),
    ];
    wrong.push(
      ...answers.flatMap((answer, index) =>
        isPolite(answer, ['article', 'like', 'rule', 'id']) ? [] : [[index, text, answer.status]],
      ),
    );
  }
  expectNone(wrong);
  expect([await rowOf(), await countRows(service)]).toEqual([standing, before]);
  expectCalm(service);
});

test('a block ends only for who says so', async () => {
  const { service, id, form, owner } = await openWaiting();
  const block = async (hours: string) =>
    (await form(`/moderation/comments/${id}/block`, { hours }, owner)).status;
  expect(await block('24')).toBe(303);
  for (const hours of ['', ' ', '\t', '-0', '0.0', '0x0', '٠', 'false', 'null']) {
    expect([hours, await block(hours)]).toEqual([hours, 422]);
  }
  expect((await countRows(service)).blocks).toBe(1);
});

test('where to go back to decides nothing: what cannot be read of it is left out', async () => {
  const { rowOf, id, form, owner } = await openWaiting();
  for (const back of ['state=nowhere', 'risk-min=x&limit=0', `q=${'x'.repeat(300)}`, 'site=elsewhere']) {
    const { version, state } = await rowOf();
    const action = state === 'pending' ? 'spam' : 'restore';
    const fields = { action, comment: `${id}:${version}`, back };
    const { status } = await form(
      '/moderation/decisions',
      Object.fromEntries([...Object.entries(fields), ['then', 'next']]),
      owner,
    );
    expect([back, status, (await rowOf()).version]).toEqual([back, 303, version + 1]);
    const again = await form('/moderation/decisions', { ...fields, action: 'publish' }, owner);
    expect([back, again.status]).toEqual([back, 409]);
  }
});
