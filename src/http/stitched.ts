import { Buffer } from 'node:buffer';
import { constants, crc32, deflateRawSync } from 'node:zlib';

interface Part {
  plain: Buffer;
  /** A part of a raw deflate stream that ends at a whole byte. */
  deflated: Buffer;
}

type Fill = (place: string) => string;

const asNamed: Fill = (place) => place;
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([3, 0]);

/** A text with places that each answer fills anew, of which all else is ready, compressed too (RFC 1951, 1952). */
export class Stitched {
  /** Texts, and between them the names of the places. */
  readonly #parts: (Part | string)[];
  readonly #whole: { plain: Buffer; gzip: Buffer } | undefined;
  readonly size: number;

  constructor(text: string, places: readonly string[] = []) {
    const pieces = places.length > 0 ? text.split(new RegExp(`(${places.join('|')})`)) : [text];
    this.#parts = pieces.map((piece) => (places.includes(piece) ? piece : toPart(piece)));
    this.#whole = places.length > 0 ? undefined : { plain: this.#join(), gzip: this.#compress() };
    this.size = this.#parts.reduce((size, part) => size + sizeOf(part), 0);
  }

  plain(fill: Fill): Buffer {
    return this.#whole?.plain ?? this.#join(fill);
  }

  gzip(fill: Fill): Buffer {
    return this.#whole?.gzip ?? this.#compress(fill);
  }

  #join(fill: Fill = asNamed): Buffer {
    return Buffer.concat(
      this.#parts.map((part) => (typeof part === 'string' ? Buffer.from(fill(part)) : part.plain)),
    );
  }

  #compress(fill: Fill = asNamed): Buffer {
    const chunks: Buffer[] = [header];
    let [checksum, length] = [0, 0];
    for (const part of this.#parts) {
      const plain = typeof part === 'string' ? Buffer.from(fill(part)) : part.plain;
      chunks.push(typeof part === 'string' ? storedBlock(plain) : part.deflated);
      checksum = crc32(plain, checksum);
      length += plain.length;
    }
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(length, 4);
    return Buffer.concat([...chunks, lastBlock, trailer]);
  }
}

function toPart(text: string): Part {
  const plain = Buffer.from(text);
  return { plain, deflated: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH }) };
}

/** Bytes as they are; of 65,535 at most. */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

function sizeOf(part: Part | string): number {
  return typeof part === 'string' ? part.length : part.plain.length + part.deflated.length;
}
