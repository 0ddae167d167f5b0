import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

/** 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitsOfPixel = 2;
const indexedColour = 3;

/** A PNG (W3C PNG, third edition) of four colours; `pixels` are their numbers, row by row. */
export function writePng(
  width: number,
  height: number,
  pixels: Uint8Array,
  colours: readonly [Colour, Colour, Colour, Colour],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitsOfPixel, indexedColour, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(pack(width, height, pixels), { level: 6, windowBits: 14, memLevel: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Four pixels a byte, and before each row a byte that says that it stands as it is. */
function pack(width: number, height: number, pixels: Uint8Array): Buffer {
  const stride = 1 + Math.ceil((width * bitsOfPixel) / 8);
  const packed = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const [from, to] = [row * width, row * stride + 1];
    for (let column = 0; column < width; column += 1) {
      const at = to + (column >> 2);
      packed[at] = (packed[at] ?? 0) | ((pixels[from + column] ?? 0) << (6 - 2 * (column & 3)));
    }
  }
  return packed;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
