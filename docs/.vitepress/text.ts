import type { MarkdownRenderer } from 'vitepress';

/** Shows braces of other languages' templates as text: they are nothing for Vue to fill in. */
export function asText({ renderer, utils }: MarkdownRenderer): void {
  const shown = (content = '') => utils.escapeHtml(content).replaceAll('{', '&#123;');
  renderer.rules.text = (tokens, index) => shown(tokens[index]?.content);
  renderer.rules.code_inline = (tokens, index) => `<code>${shown(tokens[index]?.content)}</code>`;
}
