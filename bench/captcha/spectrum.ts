import { clipRate } from '../../src/captcha/audio.ts';

export const framesOfSecond = 50;
const bands = 20;
const frameLength = 256;
const highest = 4_800;

/** How loud each band is, in logarithms, frame by frame. */
export type Spectrum = readonly Float32Array[];

export function spectrumOf(sound: Float32Array): Spectrum {
  const hop = Math.floor(clipRate / framesOfSecond);
  const count = Math.max(1, Math.floor((sound.length - frameLength) / hop) + 1);
  return Array.from({ length: count }, (_, frame) => bandsOf(sound.subarray(frame * hop)));
}

/** The level of each band that nine frames of ten exceed. */
export function noiseOf(sound: Spectrum): Float32Array {
  return new Float32Array(bands).map((_, band) => {
    const levels = sound.map((frame) => frame[band] ?? 0).sort((a, b) => a - b);
    return levels[Math.floor(levels.length / 10)] ?? 0;
  });
}

/** As the sound would be in that noise. */
export function withNoise(sound: Spectrum, noise: Float32Array): Spectrum {
  return sound.map((frame) =>
    frame.map((level, band) => Math.log(Math.exp(level) + Math.exp(noise[band] ?? 0))),
  );
}

export function squaredDistance(one: Float32Array | undefined, other: Float32Array | undefined): number {
  let sum = 0;
  for (let band = 0; band < bands; band++) sum += ((one?.[band] ?? 0) - (other?.[band] ?? 0)) ** 2;
  return sum;
}

function bandsOf(sound: Float32Array): Float32Array {
  const energies = new Float32Array(bands);
  for (const { band, cosines, sines } of bins) {
    let [real, imaginary] = [0, 0];
    for (let at = 0; at < frameLength; at++) {
      const sample = sound[at] ?? 0;
      real += sample * (cosines[at] ?? 0);
      imaginary += sample * (sines[at] ?? 0);
    }
    energies[band] = (energies[band] ?? 0) + real ** 2 + imaginary ** 2;
  }
  return energies.map((energy) => Math.log(energy + floor));
}

/** Under any noise, so that silence has a logarithm. */
const floor = 0.001;

/** Every frequency of a frame, as a Fourier transform under a Hann window sees it, and the band that it counts for. */
const bins = Array.from({ length: Math.floor((highest / clipRate) * frameLength) }, (_, bin) => {
  const wave = (of: (angle: number) => number) =>
    Float32Array.from(
      { length: frameLength },
      (_, at) => of((2 * Math.PI * bin * at) / frameLength) * hann(at),
    );
  return { band: bandOf((bin * clipRate) / frameLength), cosines: wave(Math.cos), sines: wave(Math.sin) };
}).slice(1);

function hann(at: number): number {
  return 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / frameLength);
}

/** Evenly spaced as the ear hears them (mel). */
function bandOf(frequency: number): number {
  const mel = (hertz: number) => Math.log(1 + hertz / 700);
  return Math.min(bands - 1, Math.floor((bands * mel(frequency)) / mel(highest)));
}
