import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A piece of code in a page. */
export interface Block {
  /** Which of its page, from 1. */
  number: number;
  /** Where its fence stands. */
  line: number;
  language: string;
  code: string;
  /** Why nothing of it is run, said behind the language on its fence: "not run: it needs …". */
  notRun: string | undefined;
}

/** The pages in English whose code is tried, as paths from the root. */
export function pages(): string[] {
  const names = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const inEnglish = names.filter((name) => name.endsWith('.md') && !name.startsWith('vi/'));
  return ['README.md', ...inEnglish.sort().map((name) => `docs/${name}`)];
}

/** The page of the same name in Vietnamese. */
export const twinOf = (page: string) =>
  page === 'README.md' ? 'README.vi.md' : page.replace(/^docs\//, 'docs/vi/');

export function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```([\w-]*)(?: (.+))?\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: said = '', 3: code = '', index }, at) => ({
      number: at + 1,
      line: text.slice(0, index).split('\n').length,
      language,
      code,
      notRun: said ? reasonIn(said) : undefined,
    }),
  );
}

function reasonIn(said: string): string {
  const [, reason] = /^not run: (.+)$/.exec(said) ?? [];
  if (!reason) throw new Error(`a fence says “${said}”, and not why its code is not run`);
  return reason;
}

/** The commands of a block of shell, as somebody types them one after the other. */
export function commandsIn(code: string): string[] {
  return code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'));
}

/** Code without what it says to people: from a mark of a comment after white space to the end of the line. */
const withoutComments = (code: string) =>
  code.replace(/(^|\s)\s*(# |\/\/ |<!-- |\/\* ).*$/gm, '$1').trimEnd();

/** All code of a page but what it says in comments, which is the same in both languages. */
export const codeOf = (page: string) =>
  blocksOf(page).map(({ language, code }) => ({ language, code: withoutComments(code) }));
