import { expect, test } from 'vitest';
import { mapInSlices, oneAtATime } from '../../src/world/slices.ts';

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

const takeAWhile = () => {
  const end = performance.now() + 5;
  while (performance.now() < end);
};

test('those who ask at once go on in their order, and others get their turn between two that each take a while', async () => {
  const turn = oneAtATime();
  const order: string[] = [];
  const going = ['first', 'second', 'third'].map(async (who) => {
    await turn();
    order.push(who);
    if (who === 'first') setImmediate(() => order.push('another'));
    takeAWhile();
  });
  await Promise.all(going);
  expect(order).toEqual(['first', 'another', 'second', 'third']);
});

test('whoever goes on comes as far as they can before the next does, and may ask again', async () => {
  const turn = oneAtATime();
  const order: string[] = [];
  const go = async (who: string) => {
    await turn();
    for (const step of [1, 2, 3]) order.push(await Promise.resolve(`${who} ${step}`));
    await turn();
    order.push(`${who} again`);
  };
  await Promise.all([go('a'), go('b')]);
  await go('later');
  expect(order).toEqual([
    ...['a 1', 'a 2', 'a 3', 'b 1', 'b 2', 'b 3', 'a again', 'b again'],
    ...['later 1', 'later 2', 'later 3', 'later again'],
  ]);
});
