import { type Word, wordsIn } from './words.ts';

/** Where something is looked for: in author and text alike, or in one place alone. */
export type Place = 'text' | 'author' | 'article';

/** One thing that must be there, or must not: words that follow each other. */
export interface Term {
  place: Place;
  words: readonly Word[];
  isNot: boolean;
}

/** A rule of the filter, by its id or by what people call it. */
export interface RuleTerm {
  rule: string;
  isNot: boolean;
}

/** What somebody typed to search, taken apart. Whatever is not known as more is words. */
export interface Query {
  terms: readonly Term[];
  rules: readonly RuleTerm[];
  /** Days as `2026-11-01`: the first one, and the first one after. */
  from?: string;
  to?: string;
}

/** So many words are looked for at once, and so many letters taken. */
export const mostWords = 50;
export const longestQuery = 300;

const quotes = '"“”„‟«»';
/** Minuses, a name and a colon, and then what is in quotes, which may lack their end, or all up to the next blank. */
const part = new RegExp(
  `(?<not>-+)?(?:(?<name>[a-z]+):(?=\\S))?(?:[${quotes}](?<quoted>[^${quotes}]*)(?:[${quotes}]|$)|(?<bare>[^\\s${quotes}]+))`,
  'giu',
);

export function parseQuery(q: string): Query {
  const terms: Term[] = [];
  const rules: RuleTerm[] = [];
  const days: Pick<Query, 'from' | 'to'> = {};
  for (const { groups = {}, 0: whole } of q.matchAll(part)) {
    const { not, name = '', quoted, bare = '' } = groups;
    const isNot = not !== undefined;
    const value = quoted ?? bare;
    const kind = name.toLowerCase();
    const day = dayIn(value);
    if ((kind === 'from' || kind === 'to') && day && !isNot) days[kind] = day;
    else if (kind === 'rule' && value.trim()) rules.push({ rule: value.trim(), isNot });
    else if (kind === 'author' || kind === 'article') put(terms, { place: kind, text: value, isNot }, true);
    else if (quoted === undefined || isNot) put(terms, { place: 'text', text: whole, isNot }, isNot);
    else {
      put(terms, { place: 'text', text: name, isNot }, false);
      put(terms, { place: 'text', text: quoted, isNot }, true);
    }
  }
  return { terms, rules, ...days };
}

/** What is put in quotes, left out or asked of one place stays together; else each word is looked for by itself. */
function put(
  terms: Term[],
  { text, ...asked }: Omit<Term, 'words'> & { text: string },
  isPhrase: boolean,
): void {
  const words = wordsIn(text);
  if (isPhrase && words.length > 0) terms.push({ ...asked, words });
  else terms.push(...words.map((word) => ({ ...asked, words: [word] })));
}

/** A day as it is written by machines or by people (`1/11/2026`), where there is such a day. */
function dayIn(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? reversed(/^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(text)) ?? [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  return read.toJSON()?.startsWith(written) ? written : undefined;
}

function reversed(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? ['', found[3], found[2], found[1]] : undefined;
}

export function wordCount({ terms, rules }: Query): number {
  return terms.reduce((sum, { words }) => sum + words.length, rules.length);
}

/** A phrase is found as it is written where any of its words has marks, and else however it is written. */
export function isBare({ words }: Pick<Term, 'words'>): boolean {
  return words.every((word) => word.isBare);
}
