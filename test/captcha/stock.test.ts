import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { answerOf } from '../../src/captcha/challenge-id.ts';
import { priceAt } from '../../src/captcha/price.ts';
import { Shelf } from '../../src/captcha/shelf.ts';
import { newStock } from '../../src/captcha/stock.ts';
import { setSeed } from '../../src/store/captcha-styles.ts';
import { giveWay } from '../../src/world/slices.ts';
import { doWork } from '../contract/work.ts';
import { actAt } from '../support/acts.ts';
import { startService } from '../support/service.ts';

const patient = { timeout: 60_000 };
const path = '/api/v1/sites/demo/challenges';

/** A shelf of numbers, and how many were made of each kind. */
function openShelf(most: number) {
  const made: string[] = [];
  const shelf = new Shelf(most, async (kind: string) => {
    made.push(kind);
    return `${kind}${made.length}`;
  });
  return { shelf, made };
}

/** More than that there is no room for. */
async function filled(made: readonly string[], count: number): Promise<void> {
  await vi.waitFor(() => expect(made.length).toBe(count));
  for (let turn = 0; turn < 5; turn += 1) await giveWay();
  expect(made.length).toBe(count);
}

test('nothing is made before somebody asks, and then as much as there is room for', async () => {
  const { shelf, made } = openShelf(3);
  await filled(made, 0);
  expect(shelf.take('a')).toBeUndefined();
  await filled(made, 3);
});

test('each is taken once, and makes room for another', async () => {
  const { shelf, made } = openShelf(3);
  shelf.take('a');
  await filled(made, 3);
  const taken = [1, 2, 3, 4].map(() => shelf.take('a'));
  expect(taken).toEqual(['a1', 'a2', 'a3', undefined]);
  await filled(made, 6);
  expect(shelf.take('a')).toBe('a4');
});

test('what is of another kind is given to nobody', async () => {
  const { shelf, made } = openShelf(3);
  shelf.take('a');
  expect(shelf.take('b')).toBeUndefined();
  await filled(made, 4);
  expect([1, 2, 3, 4].map(() => shelf.take('b'))).toEqual(['b2', 'b3', 'b4', undefined]);
});

test('what fails is tried again when somebody asks', async () => {
  let fails = true;
  const shelf = new Shelf(1, async () => {
    if (fails) throw new Error('no thread');
    return 'made';
  });
  expect(shelf.take('a')).toBeUndefined();
  fails = false;
  await vi.waitFor(() => expect(shelf.take('a')).toBe('made'));
});

/** A service that has a stock; all that is drawn, in order. */
async function startStocked() {
  const service = await startService();
  await service.setSite({ pace: 'off' });
  const { deps } = service;
  const { draw, deriveKey } = deps;
  const made: { pictures: string[]; keys: number } = { pictures: [], keys: 0 };
  deps.draw = (text, style, random) => {
    made.pictures.push(text);
    return draw(text, style, random);
  };
  deps.deriveKey = (password, salt) => {
    made.keys += 1;
    return deriveKey(password, salt);
  };
  deps.stock = newStock(deps);
  const open = async () => (await service.json('POST', path)).body;
  const shownBy = ({ image }: { image: { data: string } }) => Buffer.from(image.data, 'base64').toString();
  /** All that there is room for, which begins when it is first asked for. */
  const fill = async () => {
    await open();
    await vi.waitFor(() => expect([made.pictures.length, made.keys]).toEqual([401, 401]), patient);
  };
  return { service, made, open, shownBy, fill };
}

test('a captcha from stock has the answer that its picture shows, and its work is taken', async () => {
  const { service, made, open, shownBy, fill } = await startStocked();
  await fill();
  const challenge = await open();
  expect(shownBy(challenge)).toBe(answerOf(service.deps, challenge.id));
  expect(made.pictures.indexOf(shownBy(challenge))).toBeLessThan(401);
  const byPicture = { id: challenge.id, answer: shownBy(challenge) };
  expect((await service.send({ challenge: byPicture })).status).toBe(202);
  expect((await service.send({ challenge: byPicture, body: 'Lần nữa.' })).status).toBe(422);

  const { id, proofOfWork } = await open();
  const byWork = { id, proofOfWork: await doWork(proofOfWork) };
  expect((await service.send({ challenge: byWork, body: 'Ý kiến khác.' })).status).toBe(202);
});

test('work from stock was made for its challenge alone, and takes as long as was asked for', async () => {
  const { service, open, fill } = await startStocked();
  await fill();
  const [one, other] = [await open(), await open()];
  const [solved, again] = [await doWork(one.proofOfWork), await doWork(other.proofOfWork)];
  expect(solved.solution?.counter).toBeLessThan(2 * priceAt(0).tries);
  const moved = { challenge: again.challenge, solution: solved.solution };
  expect((await service.send({ challenge: { id: other.id, proofOfWork: moved } })).status).toBe(422);
  expect(one.proofOfWork.parameters.nonce).not.toBe(other.proofOfWork.parameters.nonce);
});

test('no picture, token or key is given twice, however many ask at once', async () => {
  const { service, open, shownBy, fill } = await startStocked();
  await fill();
  const given = await Promise.all(Array.from({ length: 600 }, open));
  const tokens = given.map(({ id }) => id.split('~')[1]);
  expect(new Set(tokens).size).toBe(600);
  expect(new Set(given.map(({ proofOfWork }) => proofOfWork.parameters.nonce)).size).toBe(600);
  expect(given.filter((one) => shownBy(one) !== answerOf(service.deps, one.id))).toEqual([]);
});

test('the picture of a captcha from stock is the same wherever it is asked for, and is not drawn again', async () => {
  const { service, made, open, shownBy, fill } = await startStocked();
  await fill();
  const challenge = await open();
  await vi.waitFor(() => expect(made.pictures.length).toBe(402));
  const shown = await service.request(`${path}/${challenge.id}/picture`);
  expect(await shown.text()).toBe(shownBy(challenge));
  expect(made.pictures.length).toBe(402);
});

test('another process of the same secret takes the answer, and shows the same picture', async () => {
  const { open, shownBy, fill } = await startStocked();
  await fill();
  const challenge = await open();
  const beside = await startService();
  const shown = await beside.request(`${path}/${challenge.id}/picture`);
  expect(await shown.text()).toBe(shownBy(challenge));
  const answer = { id: challenge.id, answer: shownBy(challenge) };
  expect((await beside.send({ challenge: answer })).status).toBe(202);
});

test('what was drawn before the style changed is given to nobody', async () => {
  const { service, made, open, shownBy, fill } = await startStocked();
  await fill();
  await setSeed(service.deps.database, randomBytes(8).toString('hex'), actAt(service.clock.now));
  const before = [...made.pictures];
  expect(before).not.toContain(shownBy(await open()));
});
