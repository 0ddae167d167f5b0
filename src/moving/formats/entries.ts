import type { FoundComment } from '../found.ts';
import type { Input, Tell } from '../read/input.ts';
import { readValues } from '../read/json.ts';
import { layoutOf, readLines } from '../read/json-lines.ts';
import { type Fields, fieldsOf } from './fields.ts';

export interface Entry {
  fields: Fields;
  place: string;
}

/** A system whose exports are objects, each with fields of these names. */
export interface Kind {
  name: string;
  fields: readonly string[];
  /** Where they are in a file that is one object. */
  paths: readonly string[];
}

/**
 * The comments of an export, which is an array, has them in an array, or is of lines: exports have been all of these.
 * The first of them tells whether it is of this kind; a later one that is not is yielded as left out.
 */
export async function* readEntries(
  input: Input,
  tell: Tell | undefined,
  kind: Kind,
): AsyncGenerator<Entry | FoundComment> {
  let known = false;
  for await (const { value, place } of readObjects(input, tell, kind.paths)) {
    const fields = fieldsOf(value);
    const isOne = kind.fields.every((name) => name in fields);
    if (!isOne && !known) throw new Error(`${notOf(kind)}: its entries have no ${kind.fields.join(' and ')}`);
    known = true;
    yield isOne ? { fields, place } : notUnderstood(place);
  }
  if (!known && (await isWrapped(input, kind.paths))) throw new Error(`${notOf(kind)}: ${placesOf(kind)}`);
}

function notOf({ name }: Kind): string {
  return `the file is not of ${name}`;
}

function placesOf({ paths }: Kind): string {
  return `it has no comments at ${paths.map((path) => path.slice(2, -2)).join(' or ')}`;
}

async function* readObjects(input: Input, tell: Tell | undefined, paths: readonly string[]) {
  const layout = await layoutOf(input.text(), wrappersOf(paths));
  if (layout === 'lines') {
    for await (const { value, line } of readLines(input, tell)) yield { value, place: `line ${line}` };
    return;
  }
  let count = 0;
  for await (const value of readValues(input.text(tell), layout === 'array' ? ['$.*'] : paths)) {
    count += 1;
    yield { value, place: `entry ${count}` };
  }
}

/** An empty array is an export of nothing; an object without any of the places is of something else. */
async function isWrapped(input: Input, paths: readonly string[]): Promise<boolean> {
  if ((await layoutOf(input.text(), wrappersOf(paths))) !== 'object') return false;
  const arrays = paths.map((path) => path.slice(0, -2));
  for await (const _ of readValues(input.text(), arrays)) return false;
  return true;
}

function wrappersOf(paths: readonly string[]): string[] {
  return paths.map((path) => path.split('.')[1] ?? '');
}

function notUnderstood(place: string): FoundComment {
  return {
    kind: 'comment',
    id: '',
    article: '',
    author: '',
    body: { markup: 'plain', text: '' },
    state: 'pending',
    time: { text: undefined },
    place,
    leftOut: 'not understood',
  };
}
