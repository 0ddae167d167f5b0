import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../docs');

export const readDoc = (path: string) => readFileSync(join(docs, path), 'utf8');

/** The pieces of code in a page of the documentation, in its order. */
export function blocksIn(path: string): { language: string; code: string }[] {
  const blocks = readDoc(path).matchAll(/^```([\w-]*)[^\n]*\n(.*?)^```$/gms);
  return [...blocks].map(([, language = '', code = '']) => ({ language, code }));
}

/** The one piece of code that has these words in it. */
export function blockWith(path: string, words: string): string {
  const [found, other] = blocksIn(path).filter(({ code }) => code.includes(words));
  if (!found || other) throw new Error(`${path} has not one piece of code with ${words}`);
  return found.code;
}
