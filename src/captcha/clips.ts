import { readFileSync } from 'node:fs';

const folder = new URL('./clips/', import.meta.url);
/** Some ten kilobytes each. */
const read = new Map<string, Uint8Array>();

/** The bytes of a recorded clip: read once, and at once, since the threads that read files may be busy for long. */
export async function readClip(name: string): Promise<Uint8Array> {
  const clip = read.get(name) ?? readFileSync(new URL(name, folder));
  read.set(name, clip);
  return clip;
}
