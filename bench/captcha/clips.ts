import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { clipName, clipRate } from '../../src/captcha/audio.ts';
import { levelOf, writeWav } from '../../src/captcha/wav.ts';
import { languages, type Sentence } from '../../src/language/language.ts';

const folder = new URL('../../src/captcha/clips/', import.meta.url);

/** The names of letters rhyme (xê pê tê vê, see pee tee vee), so a word that begins with the letter follows. */
const words: Record<string, Sentence> = {
  C: { vi: 'xê, Cần Thơ', en: 'C, Charlie' },
  H: { vi: 'hát, Hà Nội', en: 'H, Hotel' },
  // The letter is called "gi", whose vowel espeak-ng drops; "di" sounds the same. "Japan" it would say in English.
  J: { vi: 'di, Ja pan', en: 'J, Juliett' },
  L: { vi: 'e lờ, Lạng Sơn', en: 'L, Lima' },
  M: { vi: 'em mờ, Mỹ Tho', en: 'M, Mike' },
  P: { vi: 'pê, Phú Quốc', en: 'P, Papa' },
  T: { vi: 'tê, Tây Ninh', en: 'T, Tango' },
  V: { vi: 'vê, Vũng Tàu', en: 'V, Victor' },
  X: { vi: 'ích xì, Xuân Lộc', en: 'X, X-ray' },
  2: { vi: 'hai', en: 'two' },
  3: { vi: 'ba', en: 'three' },
  4: { vi: 'bốn', en: 'four' },
  6: { vi: 'sáu', en: 'six' },
  7: { vi: 'bảy', en: 'seven' },
  8: { vi: 'tám', en: 'eight' },
  9: { vi: 'chín', en: 'nine' },
};

/** Paces in words a minute. A digit is a single short word, so it takes its time, above all in Vietnamese. */
const voices = {
  vi: { name: 'vi', letters: 160, digits: 85 },
  en: { name: 'en-us', letters: 150, digits: 125 },
};
/** As loud as leaves room for the peaks of speech, which are about eight times its level. */
const level = 0.1;
/** Softer than a step of 8 bits, so that what is cut off cannot be heard and the cut does not click. */
const silence = 0.005;
const pause = new Float32Array(0.09 * clipRate);

function makeClips(): void {
  for (const [character, said] of Object.entries(words)) {
    for (const language of languages) {
      const clip = clipOf(said[language], voices[language]);
      writeFileSync(new URL(clipName(language, character), folder), writeWav(clip, clipRate));
    }
  }
}

function clipOf(said: string, { name, letters, digits }: (typeof voices)['vi']): Float32Array {
  const [first = '', second] = said.split(', ');
  if (!second) return wordOf(first, name, digits);
  const parts = [wordOf(first, name, letters), pause, wordOf(second, name, letters)];
  return atLevel(Float32Array.from(parts.flatMap((part) => [...part])));
}

function wordOf(word: string, voice: string, pace: number): Float32Array {
  return atLevel(trimmed(atLevel(halved(speak(word, voice, pace)))));
}

/** espeak-ng answers 16 bits a sample, at twice the rate of the clips, after a header of 44 bytes. */
function speak(word: string, voice: string, pace: number): Float32Array {
  const { stdout } = spawnSync('espeak-ng', ['-v', voice, '-s', `${pace}`, '-a', '60', '--stdout', word]);
  return new Float32Array(new Int16Array(Uint8Array.from(stdout.subarray(44)).buffer));
}

/** Every second sample, once what the lower rate cannot hold is filtered out. */
function halved(sound: Float32Array): Float32Array {
  return new Float32Array(sound.length / 2).map((_, at) =>
    lowPass.reduce((sum, weight, tap) => sum + weight * (sound[2 * at + tap - reach] ?? 0), 0),
  );
}

const reach = 32;
/** A sinc that lets nine tenths of the new band pass, under a Hann window. */
const lowPass = Array.from({ length: 2 * reach + 1 }, (_, tap) => {
  const x = Math.PI * (tap - reach);
  const window = Math.cos(x / (2 * reach + 2)) ** 2;
  return window * (x === 0 ? 0.45 : Math.sin(0.45 * x) / x);
});

function trimmed(sound: Float32Array): Float32Array {
  const isHeard = (sample: number) => Math.abs(sample) > silence;
  return sound.slice(sound.findIndex(isHeard), sound.findLastIndex(isHeard) + 1);
}

function atLevel(sound: Float32Array): Float32Array {
  const gain = level / levelOf(sound);
  return sound.map((sample) => gain * sample);
}

if (spawnSync('espeak-ng', ['--version']).error) {
  console.error('espeak-ng, which speaks the clips, is missing: apt-get install espeak-ng');
  process.exitCode = 1;
} else {
  makeClips();
}
