import { describe, expect, test } from 'vitest';
import {
  deltasOf,
  emptyLocal,
  type Label,
  learn,
  learned,
  localOf,
  rowsFor,
  rowsOf,
  scoreLocal,
  unlearn,
} from '../../../src/filter/model/local.ts';
import { worth } from '../../../src/filter/model/worth.ts';

const decisions: [string, Label][] = [
  ['bài này viết về quê tôi', 'publish'],
  ['cảm ơn tòa soạn', 'publish'],
  ['đúng là phường chèo', 'reject'],
  ['bán hoa lan rừng, ai mua nhắn tôi', 'spam'],
  ['bán hoa lan rừng, ai mua nhắn tôi', 'spam'],
];
const unmoved = { abuse: -1, spam: -2 };

function taught(list: readonly [string, Label][]) {
  const local = emptyLocal();
  for (const [text, label] of list) learn(local, text, label);
  return local;
}

describe("a site's own model", () => {
  test('says what the shipped one says until it has learned', () => {
    expect(scoreLocal(emptyLocal(), 'hoa lan rừng', unmoved)).toEqual(unmoved);
  });

  test('moves towards what its moderators do, abuse and spam apart', () => {
    const many = Array.from({ length: 30 }, () => decisions).flat();
    const seller = scoreLocal(taught(many), 'ai mua hoa lan rừng', unmoved);
    expect(seller.spam).toBeGreaterThan(unmoved.spam);
    expect(seller.abuse).toBe(unmoved.abuse);
    const insult = scoreLocal(taught(many), 'phường chèo', unmoved);
    expect(insult.abuse).toBeGreaterThan(unmoved.abuse);
    expect(scoreLocal(taught(many), 'cảm ơn', unmoved).abuse).toBeLessThan(unmoved.abuse);
  });

  test('learns the same in any order', () => {
    expect(taught(decisions.toReversed())).toEqual(taught(decisions));
  });

  test('forgets a decision as if it had never been made, in any order', () => {
    for (const [at, [text, label]] of decisions.entries()) {
      const local = taught(decisions);
      unlearn(local, text, label);
      expect(local).toEqual(taught(decisions.toSpliced(at, 1)));
    }
    const local = taught(decisions);
    for (const [text, label] of decisions) unlearn(local, text, label);
    expect(local).toEqual(emptyLocal());
  });

  test('forgets before it learns, as when an undo overtakes its decision', () => {
    const local = emptyLocal();
    unlearn(local, 'cảm ơn', 'publish');
    expect(Number.isFinite(scoreLocal(local, 'cảm ơn', unmoved).abuse)).toBe(true);
    learn(local, 'cảm ơn', 'publish');
    expect(local).toEqual(emptyLocal());
  });

  test('learns from one decision on many comments at once', () => {
    const local = emptyLocal();
    learn(local, 'hoa lan', 'spam', 3);
    expect(learned(local)).toEqual({ publish: 0, reject: 0, spam: 3 });
    expect(local).toEqual(
      taught([
        ['hoa lan', 'spam'],
        ['hoa lan', 'spam'],
        ['hoa lan', 'spam'],
      ]),
    );
  });

  test('is the sum of its deltas, and comes back from its rows', () => {
    const deltas = decisions.flatMap(([text, label]) => deltasOf(text, label));
    expect(localOf(deltas)).toEqual(taught(decisions));
    expect(localOf(rowsOf(taught(decisions)))).toEqual(taught(decisions));
  });

  test('needs only the rows of the words of a text to score it', () => {
    const text = 'hoa lan rừng quê tôi';
    const needed = new Set(rowsFor(text));
    const part = localOf(rowsOf(taught(decisions)).filter(({ feature }) => needed.has(feature)));
    expect(scoreLocal(part, text, unmoved)).toEqual(scoreLocal(taught(decisions), text, unmoved));
  });
});

describe('the worth of a score', () => {
  const history = [
    { shipped: 0.9, local: 0.2, bad: false },
    { shipped: 0.8, local: 0.9, bad: true },
    { shipped: 0.3, local: 0.7, bad: true },
    { shipped: 0.1, local: 0.1, bad: false },
  ];

  test('is what holding by it would have cost', () => {
    expect(worth(history, 0.5)).toEqual({
      shipped: {
        auc: 0.5,
        heldRightly: 1,
        heldWrongly: 1,
        publishedRightly: 1,
        publishedWrongly: 1,
        precision: 0.5,
        recall: 0.5,
      },
      local: {
        auc: 1,
        heldRightly: 2,
        heldWrongly: 0,
        publishedRightly: 2,
        publishedWrongly: 0,
        precision: 1,
        recall: 1,
      },
    });
  });

  test('counts ties half, and is no better than chance when there is nothing to tell apart', () => {
    const tied = history.map((past) => ({ ...past, local: 0.5 }));
    expect(worth(tied, 0.5).local.auc).toBe(0.5);
    expect(worth([], 0.5).local).toMatchObject({ auc: 0.5, precision: 0, recall: 0 });
  });
});
