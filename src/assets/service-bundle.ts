import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { places } from './places.ts';
import { filesIn } from './sources.ts';

/** Where a source says where it is, or names what is beside it and begins apart: a thread, or a program of its own. */
const addresses = /(?:new URL\('(\.\/[\w-]+)(\.[jt]s)', )?import\.meta\.url/g;
/** For packages that are no modules. */
const toRequire = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);`;

/** The service on Node in memory, in a few files: finding and reading its thousand took half of a start. */
export function bundleService() {
  return build({
    absWorkingDir: places.root,
    entryPoints: [join(places.sources, 'node.ts'), ...new Set(filesIn(places.sources).flatMap(apart))],
    outdir: places.service,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    charset: 'utf8',
    tsconfigRaw: {},
    // What is no JavaScript, and what is made after this.
    external: ['better-sqlite3', './package.json', './built/manifest.json'],
    banner: { js: toRequire },
    plugins: [addressing],
    write: false,
  });
}

/** What a source begins apart. */
function apart(path: string): string[] {
  const source = join(places.sources, path);
  const named = readFileSync(source, 'utf8').matchAll(addresses);
  return [...named].flatMap(([, name, ending]) => (name ? join(dirname(source), name + ending) : []));
}

/** What begins apart is beside the bundle; all else is where it is for the sources. */
const addressing: Plugin = {
  name: 'addressing',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
      if (!path.startsWith(places.sources)) return undefined;
      const source = `new URL(${JSON.stringify(relative(places.service, path))}, import.meta.url).href`;
      const contents = readFileSync(path, 'utf8').replace(addresses, (_, name) =>
        name ? `new URL('${name}.js', import.meta.url` : source,
      );
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    }),
};
