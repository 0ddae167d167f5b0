const headerSize = 44;

/** Samples from -1 to 1 of a WAV as `writeWav` writes it; throws for any other. */
export function readWav(bytes: Uint8Array): Float32Array {
  const { rate, count } = claimsOf(bytes);
  const expected = headerOf(count, rate);
  if (expected.some((byte, at) => byte !== bytes[at])) {
    throw new Error('Not a WAV of 8-bit PCM, mono, whose samples follow a header of 44 bytes.');
  }
  if (bytes.length < headerSize + count) {
    throw new Error(`A WAV cut short: ${bytes.length - headerSize} of its ${count} samples are there.`);
  }
  const samples = new Float32Array(count);
  for (let at = 0; at < count; at++) samples[at] = (bytes[headerSize + at] ?? 0) / 128 - 1;
  return samples;
}

/** Mono, 8 bits a sample; what is louder than 1 is cut off. `rate` is in samples a second. */
export function writeWav(samples: Float32Array, rate: number): Uint8Array {
  const bytes = new Uint8ClampedArray(headerSize + padded(samples.length));
  bytes.set(headerOf(samples.length, rate));
  for (let at = 0; at < samples.length; at++) bytes[headerSize + at] = 128 + 128 * (samples[at] ?? 0);
  return new Uint8Array(bytes.buffer);
}

/** How loud samples are: their root mean square. */
export function levelOf(samples: Float32Array): number {
  let energy = 0;
  for (let at = 0; at < samples.length; at++) energy += (samples[at] ?? 0) ** 2;
  return Math.sqrt(energy / samples.length);
}

function claimsOf(bytes: Uint8Array): { rate: number; count: number } {
  if (bytes.length < headerSize) return { rate: 0, count: 0 };
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerSize);
  return { rate: header.getUint32(24, true), count: header.getUint32(40, true) };
}

function headerOf(count: number, rate: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(headerSize));
  writeText(header, 0, 'RIFF');
  header.setUint32(4, headerSize - 8 + padded(count), true);
  writeText(header, 8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, pcm, true);
  header.setUint16(22, channels, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate * bytesPerSample, true);
  header.setUint16(32, bytesPerSample, true);
  header.setUint16(34, bytesPerSample * 8, true);
  writeText(header, 36, 'data');
  header.setUint32(40, count, true);
  return new Uint8Array(header.buffer);
}

const pcm = 1;
const channels = 1;
const bytesPerSample = 1;

/** RIFF starts every chunk at an even byte. */
function padded(count: number): number {
  return count + (count % 2);
}

function writeText(header: DataView, at: number, text: string): void {
  for (let letter = 0; letter < text.length; letter++) header.setUint8(at + letter, text.charCodeAt(letter));
}
