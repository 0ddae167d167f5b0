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
