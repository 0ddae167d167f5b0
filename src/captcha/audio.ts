import type { Language } from '../language/language.ts';
import type { Random } from '../world/random.ts';
import type { Speak } from '../world/world.ts';
import { levelOf, readWav, writeWav } from './wav.ts';

/** Of the clips and of what is mixed from them, in samples a second. */
export const clipRate = 11_025;

type Span = readonly [from: number, to: number];
type Draw = (span: Span) => number;
const leadInSeconds: Span = [0.3, 0.8];
const gapSeconds: Span = [0.25, 0.7];
const pitch: Span = [0.88, 1.14];
/** Hiss and babble together are about 13 dB below the voice. */
const voiceLevel: Span = [0.08, 0.1];
const noiseLevel: Span = [0.0125, 0.015];
/** How closely the hiss follows white noise; near 0 it would be a rumble. */
const colour: Span = [0.3, 0.8];
const sizes = { seed: 16, perClip: 3, perMix: 6 };

/** The file that says a character of an answer, such as `vi-C.wav`. */
export function clipName(language: Language, character: string): string {
  return `${language}-${character}.wav`;
}

/** Mixes clips of these names, which are read one by one. */
export function speakBy(read: (name: string) => Promise<Uint8Array>): Speak {
  return async (names, random) => mixAudio(await Promise.all(names.map(read)), random);
}

/** Speaks the clips in turn, never twice alike, over hiss and babble; answers a WAV. */
export function mixAudio(clips: readonly Uint8Array[], random: Random): Uint8Array {
  // All at once, since every call may cost an HMAC: a seed, and a byte for each number drawn.
  const bytes = random(sizes.seed + sizes.perClip * clips.length + sizes.perMix);
  const draw = drawFrom(bytes.subarray(sizes.seed));
  const voice = speak(clips, draw);
  const mix = voice.slice();
  add(mix, hissOf(mix.length, draw(colour), bytes.subarray(0, sizes.seed)), draw(noiseLevel));
  add(mix, babbleOf(voice, draw), draw(noiseLevel));
  return writeWav(mix, clipRate);
}

function drawFrom(bytes: Uint8Array): Draw {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return ([from, to]) => from + ((to - from) * view.getUint8(at++)) / 256;
}

function speak(clips: readonly Uint8Array[], draw: Draw): Float32Array {
  const samplesIn = (seconds: Span) => Math.round(draw(seconds) * clipRate);
  let end = 0;
  const words = clips.map((clip, turn) => {
    const start = end + samplesIn(turn === 0 ? leadInSeconds : gapSeconds);
    const word = played(readWav(clip), draw(pitch));
    end = start + word.length;
    return { start, word };
  });
  const voice = new Float32Array(end + samplesIn(gapSeconds));
  for (const { start, word } of words) add(voice, word, draw(voiceLevel), start);
  return voice;
}

/** Quicker and higher or slower and lower, as a tape is. */
function played(clip: Float32Array, speed: number): Float32Array {
  const word = new Float32Array(Math.floor(clip.length / speed));
  for (let at = 0; at < word.length; at++) {
    const before = Math.floor(at * speed);
    const here = clip[before] ?? 0;
    word[at] = here + (at * speed - before) * ((clip[before + 1] ?? 0) - here);
  }
  return word;
}

/** From sfc32, which is quick but not for secrets: the hiss hides nothing that must not be predicted. */
function hissOf(length: number, follow: number, seed: Uint8Array): Float32Array {
  let [a = 0, b = 0, c = 0, counter = 0] = new Int32Array(Uint8Array.from(seed).buffer);
  const hiss = new Float32Array(length);
  for (let at = 0, level = 0; at < length; at++) {
    const white = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + white) | 0;
    level += follow * (white / 2 ** 31 - level);
    hiss[at] = level;
  }
  return hiss;
}

/** The voice backwards, twice over itself, so that silence does not show where a character begins. */
function babbleOf(voice: Float32Array, draw: Draw): Float32Array {
  let [one, other] = [Math.floor(draw([0, voice.length])), Math.floor(draw([0, voice.length]))];
  const babble = new Float32Array(voice.length);
  for (let at = 0; at < babble.length; at++) {
    one = (one || voice.length) - 1;
    other = (other || voice.length) - 1;
    babble[at] = (voice[one] ?? 0) + (voice[other] ?? 0);
  }
  return babble;
}

/** Adds the wave, made as loud as `level` says. */
function add(mix: Float32Array, wave: Float32Array, level: number, from = 0): void {
  const gain = level / (levelOf(wave) || 1);
  for (let at = 0; at < wave.length; at++) mix[from + at] = (mix[from + at] ?? 0) + gain * (wave[at] ?? 0);
}
