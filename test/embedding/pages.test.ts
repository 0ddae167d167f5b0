import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Loader, transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { blocksIn, readDoc } from '../support/doc-blocks.ts';

// The pages that tell how comments are embedded; what of them runs is run in test/browser/embedding.

const root = join(import.meta.dirname, '../..');
const names = readdirSync(join(root, 'docs/embedding'));
const systems = names.filter((name) => name !== 'index.md');
const both = names.flatMap((name) => [`embedding/${name}`, `vi/embedding/${name}`]);
const hasPhp = spawnSync('php', ['-v']).status === 0;

/** What the script reads of the page's elements. */
function attributesRead(): string[] {
  const folder = join(root, 'src/browser/embed');
  const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const direct = [...code.join('\n').matchAll(/dataset\.(\w+)/g)].map(([, name = '']) => name);
  const taken = [...code.join('\n').matchAll(/\{ (.+?) \} = \S*(?:place\.)?dataset/g)].flatMap(
    ([, names = '']) => names.split(/, (?=\w)/).map((one) => one.split(/[ :]/, 1)[0] ?? ''),
  );
  const said = [...new Set([...direct, ...taken])].filter((name) => name !== 'binhLuanCount');
  return said.map((name) => `data-${name}`).sort();
}

test.each(['embedding/index.md', 'vi/embedding/index.md'])(
  '%s has a row for each attribute that the script reads, and no other',
  (path) => {
    const rows = [...readDoc(path).matchAll(/^\| `(data-[\w-]+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(attributesRead());
  },
);

test.each(names)('%s says the same in Vietnamese', (name) => {
  const headings = (path: string) => [...readDoc(path).matchAll(/^#+ /gm)].map(String);
  expect(blocksIn(`vi/embedding/${name}`)).toEqual(blocksIn(`embedding/${name}`));
  expect(headings(`vi/embedding/${name}`)).toEqual(headings(`embedding/${name}`));
  expect(readDoc(`vi/embedding/${name}`)).toMatch(/bình luận/i);
});

describe.each(systems)('%s', (name) => {
  const text = readDoc(`embedding/${name}`);
  const code = blocksIn(`embedding/${name}`).map((block) => block.code);

  test('shows a place that says all it may, and a count', () => {
    const place = code.find((one) => one.includes('data-binh-luan\n') || one.includes('data-binh-luan=""'));
    for (const said of ['article', 'title', 'url', 'language', 'theme'])
      expect(place).toMatch(new RegExp(`data-${said}=["{]`));
    expect(code.some((one) => /data-binh-luan-count=["{]/.test(one))).toBe(true);
    expect(text).toMatch(/\/embed\.js|wp_enqueue_script\( 'binh-luan' \)/);
  });

  test('tells who the reader is, how an article is closed, and what a policy must allow', () => {
    expect(text).toMatch(/identity-key add|identity\.md#signing/);
    expect(text).toMatch(
      /open: false|"open": false|open: !closed|const open =|\$open|comment_status|_Allow comments_/,
    );
    const policy = code.find((one) => one.includes('frame-src')) ?? '';
    for (const directive of ['script-src', 'frame-src', 'connect-src']) expect(policy).toContain(directive);
  });
});

const loaders: Record<string, Loader> = { js: 'js', ts: 'ts', tsx: 'tsx', json: 'json' };

test.each(both)('the code in %s can be read by its language', async (path) => {
  for (const { language, code } of blocksIn(path)) {
    const loader = loaders[language];
    if (loader) await transform(code, { loader, jsx: 'automatic' });
  }
});

test('PHP reads what is shown of it', (context) => {
  context.skip(!hasPhp, 'PHP is not installed here');
  const blocks = names
    .flatMap((name) => blocksIn(`embedding/${name}`))
    .filter(({ language }) => language === 'php');
  expect(blocks.length).toBeGreaterThan(3);
  for (const { code } of blocks)
    expect(spawnSync('php', ['-l'], { input: code, encoding: 'utf8' }).stdout).toContain('No syntax errors');
});

/** As GitHub names a heading in an address. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each(both)('the links of %s lead somewhere', (path) => {
  for (const [, to = ''] of readDoc(path).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
    const [file = '', heading] = to.split('#');
    const target = join(root, 'docs', dirname(path), file);
    expect([to, existsSync(target)]).toEqual([to, true]);
    if (heading === undefined) continue;
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
      anchor(words),
    );
    expect(headings).toContain(heading);
  }
});
