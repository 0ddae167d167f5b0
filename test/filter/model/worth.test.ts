import { describe, expect, test } from 'vitest';
import { worth } from '../../../src/filter/model/worth.ts';

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
