// Makes the files for browsers, and of the service on Node one that is loaded in half the time, where they are not made of
// what is there now. npm runs it after installing and before starting, wrangler before serving and deploying, and the
// tests before all others.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Metafile, OutputFile } from 'esbuild';
import { places } from './places.ts';
import { digestOfSources, filesIn } from './sources.ts';

const sources = digestOfSources();
if (sources !== builtOf()) await buildFiles();

/** The digest of the sources that the files there were made of. */
function builtOf(): string | undefined {
  try {
    return JSON.parse(readFileSync(places.manifest, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

async function buildFiles(): Promise<void> {
  const [{ bundleAll }, { bundleService }, { buildHelp }] = await Promise.all([
    import('./bundles.ts'),
    import('./service-bundle.ts'),
    import('./help.ts'),
  ]);
  const bundles = await bundleAll();
  const outputs = bundles.flatMap(({ outputFiles }) => outputFiles);
  for (const output of outputs) writeOutput(output);
  const pages = buildHelp();
  for (const { path, contents } of pages) write(join(places.help, path), contents);
  for (const name of filesIn(places.clips).filter((path) => path.endsWith('.wav')))
    cpSync(join(places.clips, name), join(places.public, 'audio', name));
  const service = await bundleService();
  rmSync(places.service, { recursive: true, force: true });
  for (const { path, contents } of service.outputFiles) write(path, contents);
  // Last and at once, so that a build that is cut off is none.
  const files = Object.assign({}, ...bundles.map(({ metafile }) => entriesOf(metafile)));
  write(`${places.manifest}.new`, JSON.stringify({ sources, files }, undefined, 2));
  renameSync(`${places.manifest}.new`, places.manifest);
  removeOthers([...outputs.map(({ path }) => path), ...pages.map(({ path }) => join(places.help, path))]);
}

function writeOutput({ path, contents }: OutputFile): void {
  const packed = join(places.packed, relative(places.public, path));
  write(path, contents);
  write(`${packed}.br`, brotliCompressSync(contents));
  write(`${packed}.gz`, gzipSync(contents, { level: 9 }));
}

function write(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

/** By the name of its source: where a file is, and what else it loads at once. */
function entriesOf({ outputs }: Metafile): Record<string, { path: string; imports: string[] }> {
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint);
  return Object.fromEntries(
    entries.map(([output, { entryPoint = '', imports }]) => {
      const atOnce = imports.filter(({ kind }) => kind === 'import-statement');
      const entry = { path: fromPublic(output), imports: atOnce.map(({ path }) => fromPublic(path)) };
      return [basename(entryPoint).replace(/\.ts$/, '.js'), entry];
    }),
  );
}

function fromPublic(path: string): string {
  return relative(places.public, join(places.root, path));
}

/** What an earlier build left. */
function removeOthers(made: readonly string[]): void {
  const kept = new Set(made.map((path) => relative(places.public, path)));
  const isOther = (path: string) => !kept.has(path.replace(/\.(br|gz)$/, '')) && !path.startsWith('audio/');
  for (const folder of [places.public, places.packed]) {
    for (const path of filesIn(folder).filter(isOther)) rmSync(join(folder, path));
  }
}
