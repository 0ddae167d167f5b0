import { Buffer } from 'node:buffer';
import { constants, crc32, deflateRawSync } from 'node:zlib';

interface Part {
  plain: Buffer;
  /** A part of a raw deflate stream that ends at a whole byte. */
  deflated: Buffer;
}

/** As many bytes, which each answer says. */
interface Place {
  name: string;
  length: number;
}

type Fill = (place: string) => string;

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([3, 0]);

/**
 * A text with places that each answer fills anew, of which all else is ready, compressed too (RFC 1951, 1952). What
 * is put in a place is always as long as was said, so that what follows can refer to what stood before.
 */
export class Stitched {
  readonly #parts: readonly (Part | Place)[];
  readonly #whole: { plain: Buffer; gzip: Buffer } | undefined;
  readonly size: number;

  constructor(text: string, places: Readonly<Record<string, number>> = {}) {
    const names = Object.keys(places);
    const pieces = names.length > 0 ? text.split(new RegExp(`(${names.join('|')})`)) : [text];
    this.#parts = toParts(pieces, places);
    this.size = this.#parts.reduce((size, part) => size + sizeOf(part), 0);
    if (names.length > 0) return;
    this.#whole = { plain: this.#join(), gzip: this.#compress() };
    // Or else each byte would be kept twice.
    this.#parts = [];
  }

  plain(fill: Fill): Buffer {
    return this.#whole?.plain ?? this.#join(fill);
  }

  gzip(fill: Fill): Buffer {
    return this.#whole?.gzip ?? this.#compress(fill);
  }

  #join(fill: Fill = String): Buffer {
    return Buffer.concat(this.#parts.map((part) => ('name' in part ? fillPlace(part, fill) : part.plain)));
  }

  #compress(fill: Fill = String): Buffer {
    const chunks: Buffer[] = [header];
    let [checksum, length] = [0, 0];
    for (const part of this.#parts) {
      const plain = 'name' in part ? fillPlace(part, fill) : part.plain;
      chunks.push('name' in part ? storedBlock(plain) : part.deflated);
      checksum = crc32(plain, checksum);
      length += plain.length;
    }
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(length, 4);
    return Buffer.concat([...chunks, lastBlock, trailer]);
  }
}

function toParts(pieces: readonly string[], places: Readonly<Record<string, number>>): (Part | Place)[] {
  let before: Buffer = Buffer.alloc(0);
  return pieces.map((piece) => {
    const length = places[piece];
    const plain = length === undefined ? Buffer.from(piece) : Buffer.alloc(length, unknown);
    const part = length === undefined ? { plain, deflated: deflate(plain, before) } : { name: piece, length };
    before = Buffer.concat([before, plain]).subarray(-windowBytes);
    return part;
  });
}

/** Stands for bytes that are not known yet: no text of ours has it, so that nothing refers to it. */
const unknown = 1;
const windowBytes = 32_768;

function deflate(plain: Buffer, dictionary: Buffer): Buffer {
  const options = { level: 9, finishFlush: constants.Z_SYNC_FLUSH };
  return deflateRawSync(plain, dictionary.length > 0 ? { ...options, dictionary } : options);
}

/** Bytes as they are; of 65,535 at most. */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

function fillPlace({ name, length }: Place, fill: Fill): Buffer {
  const filled = Buffer.from(fill(name));
  if (filled.length !== length) throw new Error(`${filled.length} bytes for a place of ${length}`);
  return filled;
}

function sizeOf(part: Part | Place): number {
  return 'name' in part ? part.length : part.plain.length + part.deflated.length;
}
