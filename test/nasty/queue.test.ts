import { expect, test } from 'vitest';
import { countRows, expectCalm, expectNone } from './answers.ts';
import { everyNth, everyText, mixtures, seed } from './dice.ts';
import { isPolite, openWaiting } from './waiting.ts';

const texts = [...everyText, ...mixtures(seed, 40)];
const typed = [...everyNth(4), ...mixtures(seed, 20)].filter(
  (text) => text.isWellFormed() && text.length < 1000,
);

test('the queue is searched for any text, and shows what has its words', async () => {
  const { service, get, owner } = await openWaiting();
  const wrong: unknown[] = [];
  for (const q of texts) {
    const answer = await get('/api/v1/queue', { q }, owner);
    if (!isPolite(answer, ['q'])) wrong.push([q, answer.status, answer.fields]);
  }
  for (const q of ['ý kiến', '"ý" kien', 'bài* (này)', 'ý:kiến', '-nhà']) {
    const { text } = await get('/api/v1/queue', { q }, owner);
    expect([q, JSON.parse(text).comments.length]).toEqual([q, 1]);
  }
  expectNone(wrong);
  expectCalm(service);
});

const filters = [
  'rule',
  'article',
  'sender',
  'like',
  'cursor',
  'site',
  'state',
  'from',
  'to',
  'risk-min',
  'links',
];

test('every parameter of queue, log, articles and statistics takes any text', async () => {
  const { service, get, owner } = await openWaiting();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  for (const text of typed) {
    const addresses: [string, Record<string, string>][] = [
      ...filters.map((name): [string, Record<string, string>] => ['/api/v1/queue', { [name]: text }]),
      ['/moderation', { rule: text, article: text, sender: text, like: text, decided: text }],
      ['/moderation/bulk', { q: text, article: text }],
      ['/moderation/decisions', { moderator: text, action: text }],
      ['/moderation/log', { moderator: text, q: text }],
      ['/moderation/log', { kind: text, from: text, cursor: text }],
      ['/api/v1/acts', { site: text, access: text, group: text }],
      ['/moderation/decisions.csv', { moderator: text }],
      ['/api/v1/decisions', { cursor: text }],
      ['/api/v1/queue/changes', { since: '2026-01-01T00:00:00Z', ids: text, q: text }],
      ['/api/v1/queue/changes', { since: text }],
      ['/moderation/articles', { q: text }],
      ['/moderation/articles', { cursor: text, site: text }],
      ['/moderation/statistics', { site: text }],
      ['/moderation/statistics', { days: text }],
      ['/moderation/filter', { site: text, saved: text }],
    ];
    for (const [path, query] of addresses) {
      const answer = await get(path, query, owner);
      if (!isPolite(answer, [...Object.keys(query), 'cursor'])) wrong.push([path, query, answer.status]);
    }
  }
  expectNone(wrong);
  expect(await countRows(service)).toEqual(before);
  expectCalm(service);
});
