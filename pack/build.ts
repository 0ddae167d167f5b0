// Makes what the package holds beside its files for browsers: `lib`, the sources as JavaScript, since Node takes the
// types away from no file in `node_modules`, and the types of what others import. npm runs it before it packs.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import { filesIn } from '../src/assets/sources.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [sources, lib] = [join(root, 'src'), join(root, 'lib')];
const tsc = join(root, 'node_modules/.bin/tsc');

rmSync(lib, { recursive: true, force: true });
for (const path of filesIn(sources).filter(isServed)) await translate(path);
for (const bin of Object.values(manifest.bin)) chmodSync(join(root, bin), 0o755);
declareTypes(['package/node.d.ts', 'package/workers.d.ts', 'package/client.d.ts']);

/** Not what is made into files for browsers, nor what makes those. */
function isServed(path: string): boolean {
  return !/^browser\/|^assets\/(build|bundles|help|service-bundle)\.ts$|tsconfig\.json$/.test(path);
}

/** File by file, so that what one finds beside itself is where it was. */
async function translate(path: string): Promise<void> {
  if (!path.endsWith('.ts')) return write(path, readFileSync(join(sources, path)));
  const options = { loader: 'ts', format: 'esm', target: 'node22', charset: 'utf8' } as const;
  const { code } = await transform(readFileSync(join(sources, path), 'utf8'), options);
  write(path.replace(/\.ts$/, '.js'), toScripts(code));
}

/** The types of the entries and of what they lead to; throws where that would be a type of the store. */
function declareTypes(entries: readonly string[]): void {
  const made = mkdtempSync(join(tmpdir(), 'binh-luan-types-'));
  try {
    execFileSync(tsc, ['-p', join(root, 'pack'), '--outDir', made], { stdio: 'inherit' });
    copyTypes(join(made, 'src'), entries);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function copyTypes(made: string, entries: readonly string[]): void {
  const found = new Set(entries);
  for (const path of found) {
    const text = readFileSync(join(made, path), 'utf8');
    for (const [, to = ''] of text.matchAll(/ from '(\.[^']+)\.ts'/g))
      found.add(normalize(join(dirname(path), `${to}.d.ts`)));
    if (/^(\.\.|store)\//.test(path)) throw new Error(`${path} is not for others to know`);
    write(path, toScripts(text));
  }
}

/** Where a file of ours is named beside another, in an import or as the address of a thread. */
function toScripts(text: string): string {
  return text.replace(/(["'])(\.\.?\/[\w./-]+)\.ts\1/g, '$1$2.js$1');
}

function write(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(join(lib, path)), { recursive: true });
  writeFileSync(join(lib, path), contents);
}
