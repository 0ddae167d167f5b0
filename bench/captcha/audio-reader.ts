import { answerLength } from '../../src/captcha/alphabet.ts';
import { readWav } from '../../src/captcha/wav.ts';
import {
  framesOfSecond,
  noiseOf,
  type Spectrum,
  spectrumOf,
  squaredDistance,
  withNoise,
} from './spectrum.ts';

const speeds = [0.9, 0.94, 0.98, 1.03, 1.08, 1.12];
/** Between two words, in frames. */
const pause = { least: 0.22 * framesOfSecond, most: 0.73 * framesOfSecond };

/** A character as it sounds at some speed. */
interface Word {
  character: string;
  spectrum: Spectrum;
}

/** A text that a sound may say up to some frame, and how much of the sound it explains. */
interface Text {
  said: string;
  gain: number;
}

/** A reader that knows the clips, which anyone can download. */
export function audioReader(clips: ReadonlyMap<string, Uint8Array>): (wav: Uint8Array) => string {
  const words = [...clips].flatMap(([character, clip]) =>
    speeds.map((speed) => ({ character, spectrum: spectrumOf(atSpeed(readWav(clip), speed)) })),
  );
  return (wav) => {
    const sound = spectrumOf(readWav(wav));
    const noise = noiseOf(sound);
    const spoken = words.map(({ character, spectrum }) => ({
      character,
      spectrum: withNoise(spectrum, noise),
    }));
    return bestText(sound, wordsByEnd(sound, noise, spoken));
  };
}

function atSpeed(clip: Float32Array, speed: number): Float32Array {
  return Float32Array.from(
    { length: Math.floor(clip.length / speed) },
    (_, at) => clip[Math.floor(at * speed)] ?? 0,
  );
}

interface Heard {
  character: string;
  start: number;
  gain: number;
}

/** Which words may end at each frame, and how much better each explains the sound than noise does. */
function wordsByEnd(sound: Spectrum, noise: Float32Array, words: readonly Word[]): Heard[][] {
  const byEnd: Heard[][] = sound.map(() => []);
  const ofNoise = sound.map((frame) => squaredDistance(frame, noise));
  for (const { character, spectrum } of words) {
    for (let start = 0; start + spectrum.length < sound.length; start++) {
      let gain = 0;
      for (const [frame, bands] of spectrum.entries()) {
        gain += (ofNoise[start + frame] ?? 0) - squaredDistance(sound[start + frame], bands);
      }
      byEnd[start + spectrum.length]?.push({ character, start, gain });
    }
  }
  return byEnd;
}

/** The answer that explains the sound best, word by word with pauses between them. */
function bestText(sound: Spectrum, heard: readonly (readonly Heard[])[]): string {
  let texts: Text[] = sound.map(() => ({ said: '', gain: 0 }));
  for (let word = 0; word < answerLength; word++) {
    const before = sound.map((_, start) =>
      bestOf(texts.slice(Math.max(0, start - pause.most), Math.max(0, start - pause.least))),
    );
    texts = heard.map((words) =>
      bestOf(
        words.map(({ character, start, gain }) => {
          const text = before[start] ?? nothing;
          return { said: text.said + character, gain: text.gain + gain };
        }),
      ),
    );
  }
  return bestOf(texts).said;
}

const nothing: Text = { said: '', gain: Number.NEGATIVE_INFINITY };

function bestOf(texts: readonly Text[]): Text {
  return texts.reduce((best, text) => (text.gain > best.gain ? text : best), nothing);
}
