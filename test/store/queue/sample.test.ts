import { expect, test } from 'vitest';
import { openDatabase } from '#database';
import { siteSettings } from '../../../src/sites/site.ts';
import { storeComment } from '../../../src/store/comments/comments.ts';
import { sampleMatching } from '../../../src/store/queue/sample.ts';
import { addSite } from '../../../src/store/sites.ts';
import { actAt } from '../../support/acts.ts';
import { at, usual } from '../../support/filled.ts';

const [finding] = usual.findings;

async function newQueue(count: number, more: (place: number) => object = () => ({})) {
  const database = await openDatabase();
  await addSite(database, { id: 'bao', ...siteSettings.parse({ name: 'Báo' }) }, actAt(at));
  for (let place = 0; place < count; place += 1) {
    const id = `c${String(place).padStart(3, '0')}`;
    await storeComment(database, { ...usual, id, site: 'bao', createdAt: at + place, ...more(place) });
  }
  return (tab: 'pending' | 'spam' = 'pending') => sampleMatching(database, { sites: ['bao'], tab });
}

test('a sample has the first five, three from between and the last two, oldest first', async () => {
  const sample = await newQueue(107);
  const { matching, comments } = await sample();
  expect(matching).toBe(107);
  expect(comments.map(({ id }) => Number(id.slice(1)))).toEqual([0, 1, 2, 3, 4, 30, 55, 80, 105, 106]);
});

test('of few, each stands in the sample once', async () => {
  for (const count of [1, 4, 6, 8, 10]) {
    const { comments } = await (await newQueue(count))();
    expect(new Set(comments.map(({ id }) => id)).size).toBe(count);
    expect(comments).toHaveLength(count);
  }
});

test('what matches is counted by reason, by risk, by sender and by article', async () => {
  const twice = [finding, finding, { ...finding, rule: 'pace' }];
  const noted = [{ ...finding, verdict: 'pass' }];
  const sample = await newQueue(6, (place) => ({
    risk: [0, 0.29, 0.3, 0.69, 0.7, 1][place],
    sender: place < 4 ? 's' : `s${place}`,
    findings: [twice, [finding], [], noted, [finding], []][place],
    article: { key: place < 5 ? '/a' : '/b', title: '', url: '' },
  }));
  const { comments: _, ...made } = await sample();
  expect(made).toEqual({
    matching: 6,
    reasons: [
      { rule: 'links', count: 3 },
      { rule: 'pace', count: 1 },
    ],
    withoutReason: 3,
    risks: { low: 2, middle: 2, high: 2 },
    senders: 3,
    articles: 2,
    oldest: at,
  });
});

test('of nothing there is nothing to show', async () => {
  const { comments, matching, oldest } = await (await newQueue(1))('spam');
  expect({ comments, matching, oldest }).toEqual({ comments: [], matching: 0, oldest: null });
});
