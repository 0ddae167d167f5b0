import { Buffer } from 'node:buffer';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { type Mark, markOn } from '../sqlite/mark.ts';

const headerLength = 32;
const frameLength = 24;

type Sums = readonly [number, number];

/**
 * The mark on the first page 1 in a log that counts, by its running checksum (https://sqlite.org/walformat.html);
 * undefined where there is none.
 */
export function firstInLog(log: string): Mark | undefined {
  if (!existsSync(log)) return undefined;
  const descriptor = openSync(log, 'r');
  try {
    return findFirst((at, length) => readAt(descriptor, at, length));
  } finally {
    closeSync(descriptor);
  }
}

function findFirst(read: (at: number, length: number) => Buffer): Mark | undefined {
  const header = read(0, headerLength);
  if (header.length < headerLength) return undefined;
  const add = header.readUInt32BE(0) === 0x377f0683 ? addBig : addLittle;
  const pageSize = header.readUInt32BE(8);
  let sums = add([0, 0], header.subarray(0, 24));
  if (!isSum(sums, header, 24)) return undefined;
  for (let at = headerLength; ; at += frameLength + pageSize) {
    const frame = read(at, frameLength + pageSize);
    if (frame.length < frameLength + pageSize || !frame.subarray(8, 16).equals(header.subarray(16, 24)))
      return undefined;
    const page = frame.subarray(frameLength);
    sums = add(add(sums, frame.subarray(0, 8)), page);
    if (!isSum(sums, frame, 16)) return undefined;
    if (frame.readUInt32BE(0) === 1) return markOn(page);
  }
}

function addLittle(sums: Sums, bytes: Buffer): Sums {
  return addWords(sums, bytes, (at) => bytes.readUInt32LE(at));
}

function addBig(sums: Sums, bytes: Buffer): Sums {
  return addWords(sums, bytes, (at) => bytes.readUInt32BE(at));
}

function addWords([first, second]: Sums, bytes: Buffer, word: (at: number) => number): Sums {
  let [one, two] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return [one, two];
}

function isSum([one, two]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two;
}

export function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}
