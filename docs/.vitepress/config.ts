import { defineConfig } from 'vitepress';
import { asTextOf, bringFiles } from './outside.ts';
import { searchOptions } from './search.ts';
import { sidebarOf } from './sidebar.ts';
import { english, vietnamese } from './words.ts';

/** The pages of this folder as a site in both languages, built by `npm run docs` into `built/docs`. */
export default defineConfig({
  title: 'binh-luan',
  outDir: '../built/docs',
  cacheDir: '../built/docs-cache',
  rewrites: { 'README.md': 'index.md', 'vi/README.md': 'vi/index.md' },
  markdown: {
    languageAlias: { 'go-html-template': 'handlebars', jsonl: 'json' },
    config: (markdown) => {
      bringFiles(markdown);
      // Braces of other languages' templates are text, and nothing for Vue to fill in.
      const { rules } = markdown.renderer;
      rules.text = (tokens, index) => asTextOf(markdown, tokens[index]);
      rules.code_inline = (tokens, index) => `<code>${asTextOf(markdown, tokens[index])}</code>`;
    },
  },
});
