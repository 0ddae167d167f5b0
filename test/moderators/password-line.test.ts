import { expect, test } from 'vitest';
import { PasswordLine } from '../../src/moderators/password-line.ts';
import { Problem } from '../../src/problem.ts';
import { build } from '../../src/store/database.ts';
import { addAccount, signIn } from '../support/accounts.ts';
import { startService } from '../support/service.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A line in which everybody's work lasts until the door is opened. */
function newLine() {
  const line = new PasswordLine();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const [begun, refused]: [string[], string[]] = [[], []];
  let [atWork, mostAtWork] = [0, 0];
  const join = async (key: string, known = false) => {
    try {
      await line.run({ key, known }, async () => {
        begun.push(key);
        atWork += 1;
        mostAtWork = Math.max(mostAtWork, atWork);
        await opened;
        atWork -= 1;
      });
    } catch (error) {
      expect(error).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 5 });
      expect(error).toBeInstanceOf(Problem);
      refused.push(key);
    }
  };
  return { join, open, begun, refused, mostAtWork: () => mostAtWork };
}

test('of 200 at once two are at work, sixteen wait, and all others are refused at once', async () => {
  const { join, open, begun, refused, mostAtWork } = newLine();
  const all = Array.from({ length: 200 }, (_, index) => join(String(index)));
  await settled();
  expect([begun.length, refused.length]).toEqual([2, 182]);
  open();
  await Promise.all(all);
  expect([begun.length, mostAtWork()]).toEqual([18, 2]);
});

test('one address has two places, so that others find theirs', async () => {
  const { join, open, begun, refused } = newLine();
  const all = [...Array(50).fill('flood'), 'Lan'].map((key) => join(key));
  await settled();
  expect(refused).toEqual(Array(48).fill('flood'));
  open();
  await Promise.all(all);
  expect(begun).toEqual(['flood', 'flood', 'Lan']);
});

test('who is known waits apart from strangers and goes first', async () => {
  const { join, open, begun, refused } = newLine();
  const strangers = Array.from({ length: 18 }, (_, index) => join(`stranger ${index}`));
  const known = Array.from({ length: 9 }, (_, index) => join(`known ${index}`, true));
  await settled();
  expect(refused).toEqual(['known 8']);
  open();
  await Promise.all([...strangers, ...known]);
  expect(begun.slice(2, 10)).toEqual(Array.from({ length: 8 }, (_, index) => `known ${index}`));
  expect(begun).toHaveLength(26);
});

test('a work that fails gives its place away', async () => {
  const line = new PasswordLine();
  const fail = () =>
    line.run({ key: 'x', known: false }, async () => {
      throw new Error('failed');
    });
  for (let times = 0; times < 5; times += 1) await expect(fail()).rejects.toThrow('failed');
});

test('of 200 sign-ins at once those that are refused are told when, and lose no attempt', async () => {
  const service = await startService();
  await addAccount(service);
  const { database } = service.deps;
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  let [refused, held] = [0, 0];
  service.deps.database = {
    ...database,
    query: (query) => database.query(query),
    // Where the first attempt is counted: by then it is at work.
    batch: async (queries) => {
      held += 1;
      await opened;
      return database.batch(queries);
    },
  };
  const answers = Array.from({ length: 200 }, async (_, index) => {
    const answer = await signIn(service, { password: 'sai' }, { 'x-test-peer': `192.0.2.${index}` });
    if (answer.status === 503) refused += 1;
    if (refused === 182) open();
    return [answer.status, answer.headers.get('retry-after')];
  });
  const told = await Promise.all(answers);
  expect([held > 0, told.filter(([status]) => status === 503)]).toEqual([true, Array(182).fill([503, '5'])]);
  const counted = await database.query(build.selectFrom('attempts').select('count').compile());
  const hashed = told.filter(([status]) => status === 401).length;
  const full = told.filter(([status]) => status === 429).length;
  expect([hashed, full]).toEqual([10, 8]);
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(10);
});
