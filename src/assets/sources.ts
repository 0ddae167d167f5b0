import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { places } from './places.ts';

/** Another one after any change to what the files for browsers are made of. */
export function digestOfSources(
  folders = [places.sources, places.language, import.meta.dirname, places.docs],
): string {
  const { esbuild, marked, 'altcha-lib': altcha } = manifest.dependencies;
  const hash = createHash('sha256').update(`${esbuild} ${altcha} ${marked}`);
  for (const folder of folders) {
    for (const path of filesIn(folder)) hash.update(`\n${path}\n`).update(readFileSync(join(folder, path)));
  }
  return hash.digest('base64url').slice(0, 16);
}

/** Every file under a folder, as paths from there. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}
