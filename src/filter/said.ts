import { entriesOf } from './lexicon.ts';
import { shortWords } from './lists/short-words.ts';
import { type Form, withoutMarks } from './reading/forms.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

/** Of each word of a text all that it may be read as, and what it is short for. */
export type Said = readonly (readonly Form[])[];

export function saidIn({ spoken }: Reading): Said {
  return spoken.map(formsOf);
}

/** Without a tone they are other words: "đáng", but "đang bị". */
const others = new Set('đang cho con ma la ca ba may no bo lai lên tiên an xa ta thi thôi'.split(' '));

/** How a word is written by who forgets its tone, or does not tell ỏ from õ. */
export function slipsOf(word: string): readonly string[] {
  const letters = word.normalize('NFD');
  const slips = [
    letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/, ''),
    letters.replace(/[\u0303\u0309]/, otherTone),
  ];
  return slips.map((slip) => slip.normalize('NFC')).filter((slip) => slip !== word && !others.has(slip));
}

function otherTone(tone: string): string {
  return tone === '\u0303' ? '\u0309' : '\u0303';
}

function formsOf({ text, forms }: Word): readonly Form[] {
  const meant = text.length <= longest ? short.get(text) : undefined;
  return meant ? [...forms, meant] : forms;
}

const short = new Map(
  entriesOf(shortWords).flatMap((line) => {
    const [meant = '', ...written] = line.split(' ');
    const form: Form = { text: meant, bare: withoutMarks(meant), by: 'decoded' };
    return written.map((word): [string, Form] => [word, form]);
  }),
);
const longest = 4;
