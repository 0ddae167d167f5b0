import { Buffer } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { readUtf8 } from '../../language/utf8.ts';
import { type Encoding, toUtf8 } from './recode.ts';
import { isPacked, unpack } from './unpack.ts';
import { requireText } from './unread.ts';

/** Hears how many bytes of a file were read. */
export type Tell = (bytes: number) => void;

/** A file that somebody exported elsewhere. */
export interface Input {
  path: string;
  bytes: number;
  packed: boolean;
  isSqlite: boolean;
  /** Its text in UTF-8, unpacked, from the beginning. */
  utf8: (tell?: Tell) => AsyncGenerator<Uint8Array>;
  text: (tell?: Tell) => AsyncGenerator<string>;
}

const sqliteStart = 'SQLite format 3\0';

/** Throws an Error of one line where there is no such file. */
export function openInput(path: string, encoding?: Encoding): Input {
  const { start, bytes } = look(path);
  const packed = isPacked(start);
  const utf8 = (tell: Tell = () => undefined) => {
    const raw = readBytes(path, tell);
    return toUtf8(requireText(packed ? unpack(raw) : raw), encoding);
  };
  return {
    path,
    bytes,
    packed,
    isSqlite: Buffer.from(start).toString('latin1').startsWith(sqliteStart),
    utf8,
    text: (tell) => named(readUtf8(utf8(tell))),
  };
}

async function* readBytes(path: string, tell: Tell): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    read += chunk.length;
    tell(read);
    yield chunk;
  }
}

/** Says what to do where the bytes are of no such encoding. */
async function* named(text: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* text;
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('not UTF-8'))) throw error;
    throw new Error(`${error.message}: it was cut, or name its encoding by --encoding, such as windows-1252`);
  }
}

function look(path: string): { start: Uint8Array; bytes: number } {
  const start = Buffer.alloc(32);
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new Error('it is no file');
    const file = openSync(path, 'r');
    const read = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    return { start: start.subarray(0, read), bytes: stat.size };
  } catch (error) {
    throw new Error(`"${path}" cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
