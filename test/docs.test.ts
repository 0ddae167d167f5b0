import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../bench/docs/blocks.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The pages of a language, by their names below its folder. */
const pagesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('vi/'))
    .sort();

const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);

const pages = pagesIn('docs');
const twins = [
  ['README.md', 'README.vi.md'],
  ...pages.map((name): [string, string] => [`docs/${name}`, `docs/vi/${name}`]),
] as const;
const others = ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

test('each page is there in Vietnamese, and none in Vietnamese alone', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pagesIn('docs/vi')).toEqual(pages);
});

test.each(['docs/how-it-works.md', 'docs/vi/how-it-works.md'])('%s names each folder of the code', (page) => {
  const told = read(page);
  const sources = foldersIn('src').map((name) => `src/${name}`);
  const folders = [...sources, 'bench', 'db', 'deploy', 'docs', 'pack', 'test'];
  expect(folders.length).toBeGreaterThan(20);
  expect(folders.filter((folder) => !told.includes(`\`${folder}/`))).toEqual([]);
});

describe.each(twins)('%s and %s', (english, vietnamese) => {
  test('have the same headings, by their ranks', () => {
    expect(ranksOf(vietnamese)).toEqual(ranksOf(english));
  });

  test('have the same code, but for what it says in comments', () => {
    expect(codeOf(vietnamese)).toEqual(codeOf(english));
  });

  test('have tables with as many rows', () => {
    expect(rowsOf(vietnamese)).toEqual(rowsOf(english));
  });
});

test.each([...new Set([...twins.flat(), ...pages.map((name) => `docs/${name}`), ...others])])(
  'what %s leads to is there',
  (page) => {
    const dead = linksOf(page).filter((link) => !leadsSomewhere(page, link));
    expect(dead).toEqual([]);
  },
);

test('the pages in Vietnamese lead to pages in Vietnamese', () => {
  const astray = pages.flatMap((name) =>
    linksOf(`docs/vi/${name}`).filter((link) => /\.md(#|$)/.test(link) && isEnglish(`docs/vi/${name}`, link)),
  );
  expect(astray).toEqual([]);
});

/** A page in English that has a twin, and is not that of the page itself, which a page may name. */
function isEnglish(page: string, link: string): boolean {
  const path = normalize(join(dirname(page), link.replace(/#.*/, '')));
  if (path.startsWith('docs/vi/') || path === page.replace('/vi/', '/')) return false;
  return path === 'README.md' || pages.some((name) => path === `docs/${name}`);
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path ? normalize(join(dirname(page), path)) : page;
  if (!existsSync(join(root, target))) return false;
  return !heading || !target.endsWith('.md') || anchorsOf(target).includes(decodeURIComponent(heading));
}

/** Links and pictures that lead to no other host. */
function linksOf(page: string): string[] {
  return [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

/** Headings as GitHub names them in addresses. */
function anchorsOf(page: string): string[] {
  return headingsOf(page).map((heading) =>
    heading
      .replace(/^#+ /, '')
      .replace(/\]\([^)]*\)/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

const headingsOf = (page: string) => textOf(page).match(/^#{1,6} .+$/gm) ?? [];
const ranksOf = (page: string) => headingsOf(page).map((heading) => heading.replace(/ .*/, ''));
const rowsOf = (page: string) => (textOf(page).match(/^\|.*$/gm) ?? []).length;

const fence = /^```.*\n[\s\S]*?^```$/gm;
const textOf = (page: string) => read(page).replace(fence, '');
