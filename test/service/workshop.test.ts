import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { clipName, speakBy } from '../../src/captcha/audio.ts';
import { readClip } from '../../src/captcha/clips.ts';
import { atlas } from '../../src/captcha/drawing/atlas.ts';
import { type Style, styleFrom } from '../../src/captcha/drawing/style.ts';
import { drawPicture } from '../../src/captcha/picture.ts';
import { deriveAtOnce } from '../../src/captcha/work.ts';
import { Problem } from '../../src/problem.ts';
import { Workshop } from '../../src/service/workshop.ts';
import { keyedRandom, randomFrom } from '../../src/world/hash.ts';

const style = styleFrom(keyedRandom('a secret', 'style'), atlas, []);
const other = styleFrom(keyedRandom('a secret', 'another style'), atlas, []);
const names = [...'CHJ29'].map((character) => clipName('vi', character));
const seeded = () => keyedRandom('a secret', 'seed');
const seed = Buffer.from(seeded()(32)).toString('base64url');

function openWorkshop() {
  const logged: unknown[] = [];
  const workshop = new Workshop((...line) => logged.push(line));
  onTestFinished(() => workshop.close());
  return { workshop, logged };
}

const drawn = (of: Style) => Buffer.from(drawPicture('CHJ29', of, randomFrom(seed)).bytes);

test('a thread makes what would be made here, in the style of each, however many ask at once', async () => {
  const { workshop } = openWorkshop();
  const [password, salt] = [randomBytes(20), randomBytes(16)];
  const [picture, sound, key, another, again] = await Promise.all([
    workshop.draw('CHJ29', style, seeded()),
    workshop.speak(names, seeded()),
    workshop.deriveKey(password, salt),
    workshop.draw('CHJ29', other, seeded()),
    workshop.draw('CHJ29', style, seeded()),
  ]);
  expect(picture).toEqual({ ...drawPicture('CHJ29', style, randomFrom(seed)), bytes: picture.bytes });
  expect([picture, another, again].map(({ bytes }) => Buffer.from(bytes))).toEqual(
    [style, other, style].map(drawn),
  );
  expect(Buffer.from(sound)).toEqual(Buffer.from(await speakBy(readClip)(names, randomFrom(seed))));
  expect(Buffer.from(key)).toEqual(Buffer.from(await deriveAtOnce(password, salt)));
});

test('what cannot be made fails alone', async () => {
  const { workshop, logged } = openWorkshop();
  const unknown = workshop.speak(['vi-không-có.wav'], seeded());
  const picture = workshop.draw('CHJ29', style, seeded());
  await expect(unknown).rejects.toThrow(/ENOENT/);
  expect(Buffer.from((await picture).bytes)).toEqual(drawn(style));
  expect(logged).toEqual([]);
});

test('who waits when the thread dies is told to come again, and who asks next has a new one', async () => {
  const { workshop, logged } = openWorkshop();
  const tooMuch = workshop.speak(Array<string>(1_000_000).fill('vi-C.wav'), seeded());
  const waiting = workshop.draw('CHJ29', style, seeded());
  for (const told of await Promise.allSettled([tooMuch, waiting])) {
    expect(told).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable' } });
    expect('reason' in told && told.reason).toBeInstanceOf(Problem);
  }
  const begun = ['error', 'no captcha is made for a moment', { cause: /memory/ }];
  expect(logged).toMatchObject([begun]);
  for (let time = 0; time < 2; time += 1)
    expect(Buffer.from((await workshop.draw('CHJ29', style, seeded())).bytes)).toEqual(drawn(style));
  expect(logged).toMatchObject([begun, ['info', 'captchas are made again', {}]]);
});

test('what is waited for when it closes is told so, and nothing is left that runs', async () => {
  const { workshop } = openWorkshop();
  const waiting = expect(workshop.draw('CHJ29', style, seeded())).rejects.toMatchObject({
    kind: 'unavailable',
  });
  await workshop.close();
  await waiting;
  await expect(workshop.draw('CHJ29', style, seeded())).rejects.toMatchObject({ kind: 'unavailable' });
});
