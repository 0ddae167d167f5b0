import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { type Answer, asStored, countRows, expectCalm, expectNone, openService } from './answers.ts';
import { everyNth, everyText, mixtures, seed } from './dice.ts';
import { blanks } from './invisible.ts';

const texts = [...everyText, ...mixtures(seed, 40)];
/** What a browser can send, in an address or a form. */
const typed = [...everyNth(3), ...mixtures(seed, 40)].filter(
  (text) => text.isWellFormed() && text.length < 1000,
);
const comments = '/api/v1/sites/demo/comments';

/** Answers that are neither a success nor a refusal by one of these names. */
function strange(asked: unknown, { status, fields }: Answer, names: readonly string[], also: number[] = []) {
  const named = fields.length > 0 && fields.every((field) => names.includes(field));
  return status < 400 || also.includes(status) || (status === 422 && named)
    ? []
    : [{ asked, status, fields }];
}

/** A service with a comment that was rejected, and one that is published. */
async function openDecided() {
  const open = await openService();
  const shown = JSON.parse((await open.post(comments, usual('được đăng'))).text);
  await open.service.setSite({ moderation: 'hold-all' });
  const held = JSON.parse((await open.post(comments, usual('bị từ chối'))).text);
  const reject = { action: 'reject', comments: [{ id: held.id, version: 1 }] };
  await open.post('/api/v1/decisions', reject, open.owner);
  return { ...open, shown, held };
}

const usual = (what: string) => ({ article: { key: '/bai' }, author: 'Hoa', body: `Ý kiến này ${what}.` });

test('lists, frames and addresses take any text as a parameter, and change nothing', async () => {
  const { service, get } = await openDecided();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  for (const text of typed) {
    const article = '/bai';
    const asked = [
      [await get(comments, { article: text }), ['article']],
      [await get(comments, { article, cursor: text, limit: text, sort: text }), ['cursor', 'limit', 'sort']],
      [await get(comments, { article, cursor: text }), ['cursor']],
      [await get(comments, { article, [text || 'x']: text }), ['article', 'cursor', 'limit', 'sort']],
      [await get('/embed/demo', { article: text, title: text, url: text, sort: text }), ['article']],
      [await get('/embed/demo', { article, parent: text, sent: text }), ['parent', 'sent']],
      [await get('/embed/demo', { article, cursor: text }), ['cursor']],
    ] as const;
    wrong.push(...asked.flatMap(([answer, names]) => strange(text, answer, names)));
  }
  expectNone(wrong);
  expect({ ...(await countRows(service)), used_challenges: 0 }).toEqual({ ...before, used_challenges: 0 });
  expectCalm(service);
});

test('whatever stands in the place of a site, an id or a receipt is not found', async () => {
  const { service, ask, shown, held } = await openDecided();
  const paths: readonly ((text: string) => [string, string])[] = [
    (text) => ['GET', `/embed/${text}?article=/bai`],
    (text) => ['GET', `/api/v1/sites/${text}/comments?article=/bai`],
    (text) => ['POST', `/api/v1/sites/${text}/challenges`],
    (text) => ['GET', `/api/v1/challenges/${text}/audio`],
    (text) => ['GET', `/embed/demo/comments/${text}/report`],
    (text) => ['GET', `/receipts/${text}`],
    (text) => ['GET', `/api/v1/receipts/${text}`],
    (text) => ['DELETE', `/api/v1/receipts/${text}`],
    (text) => ['POST', `/receipts/${text}/withdraw`],
    (text) => ['GET', `/receipts/${held.receipt}.${text}`],
    (text) => ['POST', `/receipts/${held.receipt}.${text}/withdraw`],
    (text) => ['DELETE', `/api/v1/receipts/${shown.receipt}${text || '.'}`],
    (text) => ['GET', `/moderation/setup/${text}`],
    (text) => ['GET', `/moderation/setup/${text}.${text}`],
    (text) => ['GET', `/${text || '.x'}.js`],
  ];
  const found: unknown[] = [];
  for (const text of typed.filter((one) => one !== 'demo' && !/^\.*$/.test(one))) {
    for (const path of paths) {
      const [method, address] = path(encodeURIComponent(text));
      const { status } = await ask(address, { method });
      if (status !== 404 && status !== 422) found.push([method, address, status]);
    }
  }
  expectNone(found);
  const states = sql<{ state: string }>`select state from comments order by created_at, body`.compile(build);
  expect((await service.deps.database.query(states)).map(({ state }) => state).sort()).toEqual([
    'published',
    'rejected',
  ]);
  expectCalm(service);
});

test('details of a report are kept as they were written, or refused by name', async () => {
  const { service, post, form, shown } = await openDecided();
  const wrong: unknown[] = [];
  const taken: string[] = [];
  for (const text of texts) {
    await service.deps.database.query(sql`delete from reports`.compile(build));
    await service.deps.database.query(sql`update comments set reports = 0`.compile(build));
    const answer = await post(`${comments}/${shown.id}/reports`, { reason: 'other', details: text });
    wrong.push(...strange(text, answer, ['details']));
    if (answer.status === 202) taken.push(text);
    const stored = await service.deps.database.query(
      sql<{ details: string }>`select details from reports`.compile(build),
    );
    const expected = answer.status === 202 ? [{ details: asStored(text) }] : [];
    if (JSON.stringify(stored) !== JSON.stringify(expected)) wrong.push([text, stored]);
    const typedReason = text !== 'false' && (await post(`${comments}/${shown.id}/reports`, { reason: text }));
    if (typedReason && typedReason.fields.join() !== 'reason') wrong.push([text, typedReason]);
  }
  for (const text of typed) {
    const page = `/embed/demo/comments/${shown.id}/report`;
    wrong.push(...strange(text, await form(page, { reason: text, details: text }), [], [422]));
  }
  expectNone(wrong);
  expect(taken.length).toBeGreaterThan(everyText.length / 2);
  expectCalm(service);
});

test('an appeal is kept as it was written, or refused by name', async () => {
  const { service, post, form, held } = await openDecided();
  const wrong: unknown[] = [];
  const again = sql`update comments set appeal = null, appealed_at = null, state = 'rejected' where id = ${held.id}`;
  const kept = sql<{ appeal: string | null }>`select appeal from comments where id = ${held.id}`;
  for (const text of texts) {
    await service.deps.database.query(again.compile(build));
    const answer = await post(`/api/v1/receipts/${held.receipt}/appeals`, { text });
    wrong.push(...strange(text, answer, ['text']));
    const [row] = await service.deps.database.query(kept.compile(build));
    if (row?.appeal !== (answer.status === 202 ? asStored(text) : null)) wrong.push([text, row?.appeal]);
    if (blanks.includes(text) && answer.status !== 422) wrong.push([text, answer.status]);
  }
  for (const text of typed) {
    const answer = await form(`/receipts/${held.receipt}/appeal`, { text });
    wrong.push(...strange(text, answer, [], [409, 422]));
  }
  expectNone(wrong);
  expectCalm(service);
});

test('no text is a captcha, its answer, or the key of another request', async () => {
  const { service, post, form } = await openService({ captcha: 'on' });
  const wrong: unknown[] = [];
  for (const text of texts) {
    const replaced = await post(
      '/api/v1/sites/demo/challenges',
      { replaces: text },
      { 'x-test-peer': '192.0.2.9' },
    );
    wrong.push(...strange(text, replaced, ['replaces'], [429]));
    const challenge = { id: text, answer: text };
    const answer = await post(comments, { ...usual('lạ'), parentId: text, challenge });
    wrong.push(...strange(text, answer, ['parentId', 'challenge', 'challenge.id', 'challenge.answer']));
    if (answer.status === 202) wrong.push([text, 'was let through']);
  }
  for (const text of typed) {
    const fields = { article: '/bai', author: 'Hoa', body: 'Ý kiến này lạ.', title: text, url: text };
    const more = {
      parent: text,
      challenge: text,
      answer: text,
      proofOfWork: text,
      key: text,
      do: text,
      sort: text,
    };
    const answer = await form('/embed/demo', { ...fields, ...more, sort: 'newest' });
    wrong.push(...strange(text, answer, [], [422]));
    if (answer.status < 400) wrong.push([text, 'was let through']);
  }
  expectNone(wrong);
  expect((await countRows(service)).comments).toBe(0);
  expectCalm(service);
});
