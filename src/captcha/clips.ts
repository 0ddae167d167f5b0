import { readFile } from 'node:fs/promises';

const folder = new URL('../web/static/audio/', import.meta.url);

/** The bytes of a recorded clip. */
export function readClip(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, folder));
}
