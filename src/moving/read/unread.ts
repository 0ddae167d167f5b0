import { Buffer } from 'node:buffer';

/** What files begin with that are no text, and what is to be done with them. */
const beginnings: readonly [string, string][] = [
  ['PK\u0003\u0004', 'a ZIP archive: unpack it first'],
  ['PK\u0005\u0006', 'an empty ZIP archive'],
  ['\u001f\u008b', 'compressed twice: unpack it first'],
  ['BZh', 'compressed by bzip2: unpack it first'],
  ['\u00fd7zXZ', 'compressed by xz: unpack it first'],
  ['\u0028\u00b5\u002f\u00fd', 'compressed by zstd: unpack it first'],
  ['\u0004\u0022\u004d\u0018', 'compressed by lz4: unpack it first'],
  ['7z\u00bc\u00af', 'a 7z archive: unpack it first'],
  ['Rar!', 'a RAR archive: unpack it first'],
  ['\u001f\u009d', 'compressed by compress: unpack it first'],
  ['SQLite format 3\u0000', 'an SQLite database, which is read of Isso only, and unpacked'],
  ['%PDF', 'a PDF document'],
];
const tarMark = 257;

/** The same bytes; throws an Error of one line where they begin as no text does. */
export async function* requireText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    if (first) refuse(Buffer.from(chunk.subarray(0, tarMark + 5)).toString('latin1'));
    first = false;
    yield chunk;
  }
  if (first) throw new Error('the file is empty');
}

function refuse(start: string): void {
  const known = beginnings.find(([beginning]) => start.startsWith(beginning))?.[1];
  if (known) throw new Error(`the file is ${known}`);
  if (start.slice(tarMark) === 'ustar') throw new Error('the file is a TAR archive: unpack it first');
}
