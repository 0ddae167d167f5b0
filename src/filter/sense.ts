import type { Entry } from './lexicon.ts';
import type { Form } from './reading/forms.ts';
import { isSyllable } from './reading/syllable.ts';
import type { Word } from './reading/words.ts';
import type { Marking } from './reading.ts';

/** What an entry found in a text is worth. */
export interface Judged {
  entry: Entry;
  /** `weak`: one reading of several. */
  strength: 'full' | 'weak';
  /** Whether it was written so that a filter would miss it. */
  hidden: boolean;
}

/** Toneless words that Vietnamese has: within a marked comment they are no sign that marks were left out. */
const toneless = new Set(
  'cho con lon di du me ma cu dai vai ngu nhu hai dam an bay may nay to hay gi thi la ra ca the mu cao mi em anh ai ba ma hoi day tai sao sau cai ban toan'.split(
    ' ',
  ),
);

type Fit = 'exact' | 'undressed' | 'hidden';

/** Whether words, each read in one of its forms, are what an entry means. */
export function judge(
  entry: Entry,
  words: readonly Word[],
  path: readonly Form[],
  marking: Marking,
): Judged | undefined {
  const fits: Fit[] = [];
  for (const [at, meant] of entry.words.entries()) {
    const fit = fitOf(meant, path[at], words[at], entry.words.length);
    if (!fit) return undefined;
    fits.push(fit);
  }
  const hidden =
    words.some(({ hiding }) => hiding === 'apart' || hiding === 'foreign') || fits.includes('hidden');
  if (!fits.includes('undressed') && !isAmbiguous(entry)) return dressed(entry, words, fits, hidden, path);
  const strength = undressed(entry, fits, words, marking);
  return strength && { entry, strength, hidden };
}

/** What has no marks to tell it by ("ngu") is as doubtful as what was typed without them ("ngủ"). */
function isAmbiguous({ words, sense }: Entry): boolean {
  return sense === '^' && words.every(({ text, bare }) => text === bare);
}

function fitOf(
  meant: Entry['words'][number],
  form: Form | undefined,
  word: Word | undefined,
  count: number,
): Fit | undefined {
  const { text, bare } = meant;
  if (!form || !word) return undefined;
  if (form.by === 'mask') return masks(form, meant) ? 'hidden' : undefined;
  if (form.text === text || (text === '0' && /^\d+$/.test(form.text))) return 'exact';
  if (form.by === 'unmasked') return marksAgree(form.text, text, bare) ? 'hidden' : undefined;
  if (count > 1 && form.text.replace('đ', 'd') === text.replace('đ', 'd')) return 'undressed';
  if (form.text === form.bare) return 'undressed';
  // "đeo" is not "đéo" with its tone left out, but "lôn" and "căc" are no words.
  return count > 1 && !form.text.includes('đ') && marksAgree(form.text, text, bare) ? 'undressed' : undefined;
}

/** Whether the letters that a star leaves are those of a word; a star after a whole word is only a footnote. */
function masks({ text: masked, bare }: Form, meant: Entry['words'][number]): boolean {
  const star = masked.indexOf('*');
  const [before, after] = [masked.slice(0, star), masked.slice(star + 1)];
  if ((before === '' || after === '') && masked === bare && isSyllable(before + after)) return false;
  const rest = meant.text.length - after.length;
  return (
    marksAgree(before, meant.text, meant.bare) &&
    marksAgree(after, meant.text.slice(rest), meant.bare.slice(rest))
  );
}

/** Whether some marks were left out, and none put in their place. */
function marksAgree(typed: string, meant: string, bare: string): boolean {
  for (let at = 0; at < typed.length; at++)
    if (typed[at] !== meant[at] && typed[at] !== bare[at]) return false;
  return true;
}

/** Two letters out of the middle of a word say nothing. */
function cutOut({ words: [only, more] }: Entry, [word]: readonly Word[]): boolean {
  return !more && word?.hiding === 'glued' && only?.text === only?.bare;
}

function dressed(
  entry: Entry,
  words: readonly Word[],
  fits: readonly Fit[],
  hidden: boolean,
  path: readonly Form[],
): Judged | undefined {
  if (entry.sense === '%' && !hidden) return undefined;
  if (cutOut(entry, words)) return undefined;
  if (entry.words.length > 1 || !fits.includes('hidden')) return { entry, strength: 'full', hidden };
  const visible = path[0]?.text.replaceAll('*', '') ?? '';
  if (entry.sense === '=' && visible.length < 3) return undefined;
  return { entry, strength: visible.length > 1 || visible === 'đ' ? 'full' : 'weak', hidden };
}

/** How far an entry counts of which a word is there without its marks. */
function undressed(
  { words: entry, sense }: Entry,
  fits: readonly Fit[],
  words: readonly Word[],
  marking: Marking,
): Judged['strength'] | undefined {
  const glued = words.filter(({ hiding }) => hiding === 'glued').length;
  if (glued > 0 && (glued < 2 || entry.reduce((sum, { bare }) => sum + bare.length, 0) < 5)) return undefined;
  if (sense === '!') return 'full';
  if (sense === '?') return marking === 'full' ? undefined : 'weak';
  if (sense === '~') return marking === 'full' ? 'full' : undefined;
  if (sense === '^') return marking === 'full' || glued > 0 ? 'full' : 'weak';
  if (sense !== '') return undefined;
  if (entry.length === 1) return marking === 'none' ? 'full' : undefined;
  if (marking !== 'full' || glued > 0) return 'full';
  const clear = entry.every(({ bare }, at) => fits[at] !== 'undressed' || !toneless.has(bare));
  return clear ? 'full' : undefined;
}
