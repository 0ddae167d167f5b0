import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Text of a discussion shrinks to a fifth or a tenth; what unpacks to so much more is made to fill a disk. */
const mostRatio = 500;
const mostBeforeRatio = 64 * 1024 * 1024;

export function isPacked(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** The bytes of a gzip file; throws an Error of one line where it is cut, damaged, or unpacks without end. */
export async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // What fails there is thrown by the reading below.
  pipeline(Readable.from(packed, { objectMode: false }), gunzip, () => undefined);
  let given = 0;
  try {
    for await (const chunk of gunzip) {
      given += chunk.length;
      if (given > mostBeforeRatio && given > gunzip.bytesWritten * mostRatio)
        throw new Error('the file unpacks to far more than it is: it is no export');
      yield chunk;
    }
  } catch (error) {
    throw toldPlainly(error);
  }
}

function toldPlainly(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new Error('the file was cut: its compressed content has no end');
  if (code.startsWith('Z_')) return new Error('the file is damaged: its content cannot be unpacked');
  return error;
}
