import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Encodings that a file may be said to have; UTF-16 is told by its beginning. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258'] as const;
export type Encoding = (typeof encodings)[number];

/** By a mark, or by the first character of a text that none of these would begin with. */
const beginnings: readonly [Encoding | 'utf-32', readonly number[]][] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ...[...'<[{'].flatMap((first): [Encoding, number[]][] => [
    ['utf-16le', [first.charCodeAt(0), 0]],
    ['utf-16be', [0, first.charCodeAt(0)]],
  ]),
];

/** The same text in UTF-8; throws an Error of one line where it is not in the encoding that it is said to have. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  given: Encoding | undefined,
): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding | undefined;
  for await (const chunk of chunks) {
    encoding ??= given ?? encodingOf(chunk);
    if (encoding === 'utf-8') {
      yield chunk;
      continue;
    }
    decoder ??= new TextDecoder(encoding, { fatal: true });
    yield recode(decoder, chunk);
  }
  if (decoder) yield recode(decoder, undefined);
}

function encodingOf(start: Uint8Array): Encoding {
  const told = beginnings.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte));
  if (told?.[0] === 'utf-32')
    throw new Error('the file is in UTF-32, which is not read here: save it as UTF-8');
  return told?.[0] ?? 'utf-8';
}

function recode(decoder: TextDecoder, chunk: Uint8Array | undefined): Uint8Array {
  try {
    return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
  } catch {
    throw new Error(`the file is not in ${decoder.encoding}, or was cut`);
  }
}
