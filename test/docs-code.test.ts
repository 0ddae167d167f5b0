import { describe, expect, test } from 'vitest';
import { type Block, blocksOf, pages } from '../bench/docs/blocks.ts';
import { isShell } from '../bench/docs/page.ts';
import { readers } from '../bench/docs/readers.ts';
import { setups } from '../bench/docs/setups.ts';
import { sidebarOf } from '../docs/.vitepress/sidebar.ts';

// What `npm run docs:try` runs, for minutes; here only that it leaves nothing out.

const read = ['html', ...Object.keys(readers)];

describe.each(pages().filter((page) => blocksOf(page).length > 0))('%s', (page) => {
  test('has no piece of code that is not tried and does not say why', () => {
    const isTried = (block: Block) => (isShell(block) ? page in setups : read.includes(block.language));
    const forgotten = blocksOf(page).filter((block) => !isTried(block) && !block.notRun);
    expect(forgotten).toEqual([]);
  });

  test('has those pieces that a reader puts into files', () => {
    const blocks = blocksOf(page);
    const numbers = Object.keys(setups[page]?.programs ?? {}).map(Number);
    const missing = numbers.filter((number) => {
      const block = blocks[number - 1];
      return !block || block.notRun !== undefined || isShell(block);
    });
    expect(missing).toEqual([]);
  });
});

test('whatever is set up is a page', () => {
  expect(Object.keys(setups).filter((page) => !pages().includes(page))).toEqual([]);
});

describe('the first page in', () => {
  const inSidebar = (folder: string) =>
    sidebarOf(folder)
      .flatMap(({ items = [] }) => items)
      .flatMap((item) => [item, ...(item.items ?? [])])
      .map(({ link = '' }) => link.replace(/^\/(vi\/)?/, ''))
      .sort();
  const all = pages()
    .map((page) => page.replace(/^docs\/|\.md$/g, ''))
    .filter((name) => !name.startsWith('README'))
    .sort();

  test('English leads to every page', () => {
    expect(inSidebar('')).toEqual(all);
  });

  test('Vietnamese leads to every page', () => {
    expect(inSidebar('vi/')).toEqual(all);
  });
});
