import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

/** The groups of pages, as the first page of a language lists them. */
function sidebarOf(folder: string) {
  const page = readFileSync(new URL(`../${folder}README.md`, import.meta.url), 'utf8');
  return [...page.matchAll(/^\| \*\*(.+?)\*\* \| (.+) \|$/gm)].map(([, text, links = '']) => ({
    text,
    items: [...links.matchAll(/\[(.+?)\]\((.+?)\.md\)/g)].map(([, name = '', path]) => ({
      text: name.replaceAll('`', ''),
      link: `/${folder}${path}`,
    })),
  }));
}

const search = {
  vi: {
    translations: {
      button: { buttonText: 'Tìm', buttonAriaLabel: 'Tìm trong tài liệu' },
      modal: {
        noResultsText: 'Không tìm thấy',
        resetButtonTitle: 'Xóa từ tìm',
        footer: { selectText: 'chọn', navigateText: 'di chuyển', closeText: 'đóng' },
      },
    },
  },
};

/** The pages of this folder as a site in both languages, built by `npm run docs` into `built/docs`. */
export default defineConfig({
  title: 'binh-luan',
  outDir: '../built/docs',
  cacheDir: '../built/docs-cache',
  rewrites: { 'README.md': 'index.md', 'vi/README.md': 'vi/index.md' },
  // Links into the repository lead nowhere in the site; test/docs.test.ts looks at all others.
  ignoreDeadLinks: true,
  // Braces of other languages' templates are text, and nothing for Vue to fill in.
  markdown: {
    config: ({ renderer, utils }) => {
      const asText = (content = '') => utils.escapeHtml(content).replaceAll('{', '&#123;');
      renderer.rules.text = (tokens, index) => asText(tokens[index]?.content);
      renderer.rules.code_inline = (tokens, index) => `<code>${asText(tokens[index]?.content)}</code>`;
    },
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    vi: { label: 'Tiếng Việt', lang: 'vi', description: 'Tài liệu của dịch vụ bình luận' },
  },
  themeConfig: {
    search: { provider: 'local', options: { locales: search } },
    sidebar: { '/': sidebarOf(''), '/vi/': sidebarOf('vi/') },
  },
});
