import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

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

/** What a block does, without what it says to people: the same in both languages. */
const withoutComments = (code: string) =>
  code.replace(/(^|\s)\s*(# |\/\/ |<!-- |\/\* ).*$/gm, '$1').trimEnd();

/** Whether the page in Vietnamese, where there is one, has the same code but for what it says in comments. */
export function hasSameCode(page: string): boolean {
  const codeIn = (path: string) =>
    blocksOf(path).map(({ language, code }) => [language, withoutComments(code)]);
  return !existsSync(join(root, twinOf(page))) || isDeepStrictEqual(codeIn(page), codeIn(twinOf(page)));
}
