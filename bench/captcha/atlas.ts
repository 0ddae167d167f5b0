// Writes src/captcha/drawing/atlas.ts: the outlines of ten bold open fonts. `npm run atlas`, after installing them:
// npm install --no-save --prefix FOLDER @fontsource/nunito@5.3.0 …; the folder is the argument.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFont } from '../../src/captcha/drawing/outlines.ts';

/** A narrow J with a serif is taken for a T or an I: those fonts are shipped without it. */
const withoutJ = ['bitter', 'bree-serif', 'patua-one', 'rokkitt'];
const fonts: [name: string, weight: number][] = [
  ['archivo-black', 400],
  ['bitter', 800],
  ['bree-serif', 400],
  ['fredoka', 600],
  ['lora', 700],
  ['nunito', 900],
  ['patua-one', 400],
  ['roboto-slab', 800],
  ['rokkitt', 800],
  ['zilla-slab', 700],
];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error(
    `npm install --no-save --prefix FOLDER ${fonts.map(([name]) => `@fontsource/${name}@5.3.0`).join(' ')}`,
  );
  console.error('node bench/captcha/atlas.ts FOLDER');
  process.exit(1);
}

const credits = fonts.map(([name]) => {
  const home = join(folder, 'node_modules/@fontsource', name);
  const { license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const [, copyright = ''] =
    /^ *(Copyright (?:\(c\) )?\d.*?)(?: \S+\.ttf:|$)/m.exec(readFileSync(join(home, 'LICENSE'), 'utf8')) ??
    [];
  return `// - ${name} (${license}): ${copyright}`;
});
const read = fonts.map(([name, weight]) =>
  readFont(name, join(folder, 'node_modules/@fontsource', name, `files/${name}-latin-${weight}-normal.woff`)),
);
const legible = read.map(({ name, glyphs: { J, ...others } }) => ({
  name,
  glyphs: withoutJ.includes(name) || J === undefined ? others : { ...others, J },
}));
const text = `// Written by bench/captcha/atlas.ts; do not edit. The outlines of 16 characters each of these fonts:
${credits.join('\n')}
import type { Font } from './font.ts';

export const atlas: readonly Font[] = ${JSON.stringify(legible, null, 2)};
`;
writeFileSync(new URL('../../src/captcha/drawing/atlas.ts', import.meta.url), text);
