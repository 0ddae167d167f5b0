import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alphabet } from '../../src/captcha/alphabet.ts';
import { clipName, clipRate, mixAudio } from '../../src/captcha/audio.ts';
import { levelOf, readWav, writeWav } from '../../src/captcha/wav.ts';
import { type Language, languages } from '../../src/language/language.ts';
import type { Random } from '../../src/world/random.ts';

const folder = new URL('../../src/captcha/clips/', import.meta.url);
const names = languages.flatMap((language) =>
  [...alphabet].map((character) => clipName(language, character)),
);
const clip = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

function mix(language: Language, answer: string, random: Random = randomFrom(answer)): Uint8Array {
  const clips = [...answer].map((character) => clip(clipName(language, character)));
  return mixAudio(clips, random);
}

function randomFrom(seed: string): Random {
  return (size) => createHash('shake256', { outputLength: size }).update(seed).digest();
}

const mixes = ['CHJLM', 'PTVX2', '34678', '99999', 'LLLLL'].flatMap((answer) =>
  languages.map((language) => mix(language, answer)),
);

/** How loud each twentieth of a second is. */
function levelsOf(samples: Float32Array): number[] {
  const size = Math.round(clipRate / 20);
  const count = Math.floor(samples.length / size);
  return Array.from({ length: count }, (_, at) => levelOf(samples.subarray(at * size, (at + 1) * size)));
}

test('every character has a clip in each language, and there are no others', () => {
  const found = readdirSync(folder).filter((name) => name.endsWith('.wav'));
  expect(found.sort()).toEqual([...names].sort());
});

test('every clip takes less than 1.3 seconds and is as loud as the others', () => {
  const clips = names.map((name) => ({ name, samples: readWav(clip(name)) }));
  expect(clips.filter(({ samples }) => samples.length > 1.3 * clipRate)).toEqual([]);
  expect(clips.filter(({ samples }) => levelOf(samples).toFixed(2) !== '0.10')).toEqual([]);
});

test('the same randomness gives the same audio, other randomness other audio', () => {
  expect(mix('vi', 'C4X9H', randomFrom('one'))).toEqual(mix('vi', 'C4X9H', randomFrom('one')));
  expect(mix('vi', 'C4X9H', randomFrom('one'))).not.toEqual(mix('vi', 'C4X9H', randomFrom('other')));
});

test('randomness is drawn once, and every byte of it is heard', () => {
  const draws: Uint8Array[] = [];
  const plain = mix('en', '27', (size) => {
    draws.push(randomFrom('one')(size));
    return draws[0] ?? new Uint8Array();
  });
  const [bytes = new Uint8Array(), ...more] = draws;
  const changed = [...bytes].map((byte, at) => mix('en', '27', () => bytes.with(at, byte ^ 128)));
  expect(more).toEqual([]);
  expect(changed.filter((other) => Buffer.compare(other, plain) === 0)).toEqual([]);
});

test('an answer takes between three and twelve seconds', () => {
  const seconds = mixes.map((audio) => readWav(audio).length / clipRate);
  expect(seconds.filter((length) => length < 3 || length > 12)).toEqual([]);
});

test('the audio is neither cut off at its peaks nor too soft', () => {
  for (const samples of mixes.map(readWav)) {
    expect(samples.filter((sample) => Math.abs(sample) > 0.99)).toEqual(new Float32Array());
    expect(levelOf(samples)).toBeGreaterThan(0.05);
  }
});

test('no moment is silent, not even between two characters', () => {
  const quietest = mixes.map((audio) => Math.min(...levelsOf(readWav(audio))));
  expect(quietest.filter((level) => level < 0.008)).toEqual([]);
});

test('the noise before the first character is well below the voice', () => {
  for (const samples of mixes.map(readWav)) {
    const noise = levelOf(samples.subarray(0, 0.3 * clipRate));
    expect(noise).toBeLessThan(0.4 * levelOf(samples));
  }
});

test('a WAV is a header of 44 bytes and then the samples, filled up to an even number of bytes', () => {
  const header =
    'RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x11\x2b\0\0\x11\x2b\0\0\x01\0\x08\0data\x03\0\0\0';
  const wav = writeWav(Float32Array.of(0, 0.5, -2), 11_025);
  expect(Buffer.from(wav).toString('latin1')).toBe(`${header}\x80\xc0\0\0`);
  expect(readWav(wav)).toEqual(Float32Array.of(0, 0.5, -1));
});

test('the header of the audio tells its rate and its size', () => {
  const headers = mixes.map((audio) => Buffer.from(audio).subarray(0, 44));
  const expected = mixes.map((audio) => writeWav(readWav(audio), 11_025));
  expect(headers).toEqual(expected.map((audio) => Buffer.from(audio).subarray(0, 44)));
  expect(mixes.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
});

test('a file that is no such WAV is refused', () => {
  const sound = writeWav(new Float32Array(8), 8_000);
  const refused = 'Not a WAV of 8-bit PCM, mono, whose samples follow a header of 44 bytes.';
  const text = new TextEncoder().encode('ID3 is how another kind of audio begins, not this one.');
  const [compressed, stereo, of16Bits] = [sound.with(20, 85), sound.with(22, 2), sound.with(34, 16)];
  for (const other of [new Uint8Array(), text, compressed, stereo, of16Bits]) {
    expect(() => readWav(other)).toThrow(refused);
  }
  expect(() => readWav(sound.subarray(0, 50))).toThrow('A WAV cut short: 6 of its 8 samples are there.');
});
