import { unaimed } from './expletives.ts';
import type { Message } from './finding.ts';
import { type Match, meantBy } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { type Judgement, mostSpans, type Read, type Swearing } from './rule.ts';

/** Two doubtful phrases in one comment are as good as a certain one, doubtful single words only with more. */
const enoughDoubt = 0.6;
const doubt = { phrase: 0.4, word: 0.25 };
const weights = { full: 0.8, weak: 0.35, lone: 0.15 };

/** Judges wording found in the body, which is pointed at, and in the name of the author; `sayings` by group. */
export function judgeWording(
  { author, body }: Read,
  offences: (reading: Reading) => readonly Match[],
  { sayings, swearing }: { sayings: Readonly<Record<string, Message>>; swearing: Swearing },
): Judgement[] {
  const all = offences(body);
  const spared = swearing === 'allow-unaimed' ? unaimed(all, body) : none;
  const inBody = all.filter((match) => !spared.has(match));
  const inName = offences(author).find(({ strength }) => strength === 'full');
  const doubtful = inBody.filter(({ strength }) => strength === 'weak');
  const held = inBody.some(({ strength }) => strength === 'full') || doubtOf(doubtful) >= enoughDoubt;
  return [
    ...[...spared].slice(0, mostSpans).map(spare),
    ...inBody.slice(0, mostSpans).map((match) => pointed(match, held, body, sayings)),
    ...(inName ? [named(inName, sayings)] : []),
  ];
}

const none: ReadonlySet<Match> = new Set();

function spare({ start, end }: Match): Judgement {
  return { verdict: 'pass', weight: weights.full, message: allowed, start, end, spared: true };
}

const allowed = {
  vi: 'Chửi thề nhưng không nhằm vào ai: trang này cho qua.',
  en: 'Swearing that attacks nobody: this site lets it pass.',
};

function doubtOf(matches: readonly Match[]): number {
  const doubts = new Map(
    matches.map(({ entry, hidden }) => [entry, isPhrase(entry) || hidden ? doubt.phrase : doubt.word]),
  );
  return 1 - [...doubts.values()].reduce((rest, weight) => rest * (1 - weight), 1);
}

function isPhrase({ words }: Match['entry']): boolean {
  return words.length > 1;
}

function pointed(
  match: Match,
  held: boolean,
  { text }: Reading,
  sayings: Readonly<Record<string, Message>>,
): Judgement {
  const { start, end, strength } = match;
  const span = { start, end };
  if (strength === 'full') {
    return {
      verdict: 'hold',
      weight: weights.full,
      message: said(match, text.slice(start, end), sayings),
      ...span,
    };
  }
  const message = doubted(match);
  return held
    ? { verdict: 'hold', weight: weights.weak, message, ...span }
    : { verdict: 'pass', weight: weights.lone, message, ...span };
}

/** Tells how the words are to be read where they were typed differently. */
function said(match: Match, typed: string, sayings: Readonly<Record<string, Message>>): Message {
  const { vi = '', en = '' } = sayings[match.entry.group] ?? {};
  const meant = meantBy(match);
  if (
    typed
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s-]+/g, ' ') === meant
  )
    return { vi: `${vi}.`, en: `${en}.` };
  return { vi: `${vi}, đọc là “${meant}”.`, en: `${en}, to be read as “${meant}”.` };
}

function doubted(match: Match): Message {
  const meant = meantBy(match);
  return {
    vi: `Có thể đọc là “${meant}”: một mình nó chưa đủ để phải duyệt.`,
    en: `May be read as “${meant}”: not enough to hold a comment by itself.`,
  };
}

function named({ entry }: Match, sayings: Readonly<Record<string, Message>>): Judgement {
  const { vi = '', en = '' } = sayings[entry.group] ?? {};
  const message = { vi: `${vi} trong tên người gửi.`, en: `${en} in the name of the author.` };
  return { verdict: 'hold', weight: weights.full, message };
}
