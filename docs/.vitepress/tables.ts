import type { MarkdownRenderer } from 'vitepress';

/** Tells each cell of a table what stands above its column, for phones, which show a row as a list. */
export function nameCells({ core }: MarkdownRenderer): void {
  core.ruler.push('cells', ({ tokens }) => {
    let names: string[] = [];
    let column = 0;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'table_open') names = [];
      if (token.type === 'tr_open') column = 0;
      if (token.type === 'th_open') names.push(tokens[index + 1]?.content ?? '');
      if (token.type !== 'td_open') continue;
      if (names[column]) token.attrSet('data-column', names[column] ?? '');
      column += 1;
    }
  });
}
