import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarkdownRenderer } from 'vitepress';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const files = new Set<string>();

/** Leads links to files of the repository outside of `docs` to copies of them, as text, and those to a first page to where it stands. */
export function bringFiles({ core }: MarkdownRenderer): void {
  core.ruler.push('files', ({ tokens, env }) => {
    const links = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open');
    for (const link of links) link.attrSet('href', addressOf(link.attrGet('href') ?? '', env.relativePath));
  });
}

/** Puts the files there that the pages lead to. */
export function writeFiles(site: string): void {
  for (const path of files) {
    const copy = join(site, `${inSite(path)}`);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(repository, path), copy);
  }
}

function addressOf(link: string, page: string): string {
  if (/^([a-z]+:|#)/.test(link)) return link;
  const path = posix.join('docs', posix.dirname(page), link);
  if (path.startsWith('docs/')) return link.replace(/README\.md(#|$)/, 'index.md$1');
  files.add(path);
  return inSite(path);
}

const inSite = (path: string) => `/files/${path}.txt`;
