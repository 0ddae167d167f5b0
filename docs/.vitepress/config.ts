import { defineConfig } from 'vitepress';
import { anchorOf } from '../../src/assets/help.ts';
import { bringFiles, writeFiles } from './outside.ts';
import { search } from './search.ts';
import { nameCells } from './tables.ts';
import { asText } from './text.ts';
import { english, vietnamese } from './words.ts';

/** The pages of this folder as a site in both languages, built by `npm run docs` into `built/docs`. */
export default defineConfig({
  title: 'binh-luan',
  outDir: '../built/docs',
  cacheDir: '../built/docs-cache',
  rewrites: { 'README.md': 'index.md', 'vi/README.md': 'vi/index.md' },
  markdown: {
    languageAlias: { 'go-html-template': 'handlebars', jsonl: 'json' },
    anchor: { slugify: anchorOf },
    config: (markdown) => {
      asText(markdown);
      bringFiles(markdown);
      nameCells(markdown);
    },
  },
  buildEnd: ({ outDir }) => writeFiles(outDir),
  locales: { root: english, vi: vietnamese },
  themeConfig: { search },
});
