import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { DefaultTheme } from 'vitepress';

/** The groups of pages, as the first page of a language lists them. */
export function sidebarOf(folder: string): DefaultTheme.SidebarItem[] {
  return [...read(`${folder}README.md`).matchAll(/^\| \*\*(.+?)\*\* \| (.+) \|$/gm)].map(
    ([, text = '', links = '']) => ({ text, items: itemsOf(links, folder) }),
  );
}

/** A page that stands at the top of a folder has the others of that folder below it, as it lists them. */
function itemsOf(links: string, folder: string): DefaultTheme.SidebarItem[] {
  return [...links.matchAll(/\[([^\]]+)\]\(([\w./-]+)\.md\)/g)].map(([, name = '', path = '']) => {
    const link = posix.join('/', folder, path);
    const item = { text: beginning(name.replaceAll('`', '')), link };
    if (!link.endsWith('/index')) return item;
    const below = `${posix.dirname(link).slice(1)}/`;
    const [first = ''] = read(`${below}index.md`).split('\n## ', 1);
    return { ...item, items: itemsOf(first, below), collapsed: true };
  });
}

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const beginning = (name: string) => name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1);
