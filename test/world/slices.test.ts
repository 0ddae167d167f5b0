import { expect, test } from 'vitest';
import { mapInSlices } from '../../src/world/slices.ts';

test('others get their turn between two values that each take a while, and the order stays', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('another'));
  const made = await mapInSlices(['first', 'second', 'third'], (value) => {
    const end = performance.now() + 20;
    while (performance.now() < end);
    order.push(value);
    return value.toUpperCase();
  });
  expect([made, order]).toEqual([
    ['FIRST', 'SECOND', 'THIRD'],
    ['first', 'another', 'second', 'third'],
  ]);
});
