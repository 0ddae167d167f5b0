import { fingerprintOf } from '../../src/comments/comment.ts';
import type { Finding } from '../../src/filter/finding.ts';
import { linksOf } from '../../src/filter/link.ts';
import { read } from '../../src/filter/reading.ts';
import type { Facts } from '../../src/filter/rule.ts';
import { quiet, type Screening, screenRead } from '../../src/filter/screen.ts';
import { textSketch } from '../../src/filter/sketch.ts';
import { sketchOf } from '../../src/screening/facts.ts';
import type { Dice } from './dice.ts';
import { composeText, type Kind } from './texts.ts';

/** A text with all that the service works out of it: the same for all who write it. */
export interface PooledText {
  body: string;
  canonical: string;
  fingerprint: string;
  sketch: string;
  /** The same even where the text is too short to be near another. */
  wholeSketch: string;
  hasLinks: 0 | 1;
  /** What the filter says of it, sent in a usual way or in one of the others. */
  screenings: Partial<Record<Sending, Screening>>;
}

/** How a comment was sent: what the rules see beside the text. */
export type Sending = keyof typeof sendings;

const sendings = {
  usual: {},
  hasty: { senderLastMinute: 5 },
  busy: { senderLastHour: 27 },
  repeated: { sameTextLastDay: 4 },
  similar: { nearTextLastDay: 12 },
  byWork: { metUnseen: 'work' },
  byEar: { metUnseen: 'audio' },
} as const satisfies Record<string, Partial<Facts>>;

const sizes: Readonly<Record<Kind, number>> = {
  honest: 12_000,
  short: 300,
  linked: 1_200,
  abuse: 2_500,
  advert: 2_500,
  flood: 600,
};

export type Pool = Readonly<Record<Kind, readonly PooledText[]>>;

/** Some texts of each kind, fewer where few are wanted. */
export function fillPool(dice: Dice, comments: number): Pool {
  const texts = (kind: Kind) =>
    Array.from({ length: Math.max(20, Math.min(sizes[kind], Math.ceil(comments / 4))) }, () =>
      toPooled(composeText(kind, dice)),
    );
  return {
    honest: texts('honest'),
    short: texts('short'),
    linked: texts('linked'),
    abuse: texts('abuse'),
    advert: texts('advert'),
    flood: texts('flood'),
  };
}

export function toPooled(body: string): PooledText {
  const reading = read(body);
  return {
    body,
    canonical: reading.canonical,
    fingerprint: fingerprintOf(body),
    sketch: sketchOf(reading),
    wholeSketch: textSketch(reading),
    hasLinks: linksOf(reading).length > 0 ? 1 : 0,
    screenings: {},
  };
}

const nobody = read('');

/** What the filter says, at most four findings of it. */
export function screenPooled(text: PooledText, sending: Sending): Screening {
  const known = text.screenings[sending];
  if (known) return known;
  const facts = { ...quiet, ...sendings[sending] };
  const screening = screenRead({ author: nobody, body: read(text.body) }, facts);
  const kept = { ...screening, findings: screening.findings.slice(0, 4).map(accepted) };
  text.screenings[sending] = kept;
  return kept;
}

/** What is refused never gets into the database. */
function accepted(finding: Finding): Finding {
  return finding.verdict === 'refuse' ? { ...finding, verdict: 'hold' } : finding;
}
