import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { places } from './places.ts';

/** Named by its content, so that browsers may keep it for as long as they like. */
const byContent = 'assets/[name].[hash]';

const common = {
  absWorkingDir: places.root,
  outdir: places.public,
  bundle: true,
  minify: true,
  charset: 'utf8',
  // The first browsers with `:has` and container queries; what is newer is written out for them.
  target: ['es2020', 'chrome105', 'firefox110', 'safari16'],
  loader: { '.svg': 'file', '.woff2': 'file' },
  entryNames: byContent,
  chunkNames: byContent,
  assetNames: byContent,
  tsconfigRaw: {},
} satisfies BuildOptions;

/** Each a file of its own; what is in folders below is a part of one. */
const sheets = readdirSync(join(places.browser, 'styles')).filter((name) => name.endsWith('.css'));

/** Everything for browsers, in memory: scripts by page, what several parts of a page need once, and styles. */
export function bundleAll() {
  return Promise.all([
    // The one name that stands in the pages of others; what it alone calls so may be called otherwise.
    alone('embed/embed.ts', {
      entryNames: '[name]',
      mangleProps: /^(place|box|frame|link|thread|heard|reader)$/,
    }),
    alone('demo.ts'),
    alone('frame/look/theme.ts'),
    alone('receipt.ts'),
    alone('frame/writing/worker.ts', {
      banner: { js: licences('altcha-lib/LICENSE.txt', '@noble/hashes/LICENSE') },
    }),
    together(['frame/frame.ts', 'desk/desk.ts', 'desk/queue.ts'], { format: 'esm', splitting: true }),
    together(sheets.map((name) => `styles/${name}`)),
  ]);
}

/** A script that is one file, and leaves no names behind. */
function alone(entry: string, more: BuildOptions = {}) {
  return together([entry], { format: 'iife', ...more });
}

function together(entries: readonly string[], more: BuildOptions = {}) {
  const entryPoints = entries.map((entry) => join(places.browser, entry));
  return build({ ...common, ...more, entryPoints, write: false, metafile: true });
}

function licences(...files: readonly string[]): string {
  const texts = files.map((file) => readFileSync(join(places.root, 'node_modules', file), 'utf8').trim());
  return texts.map((text) => `/*!\n${text}\n*/`).join('\n');
}
