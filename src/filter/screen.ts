import { type Finding, strictest, type Verdict } from './finding.ts';
import { type Judged, judgedBy, weightsOf } from './judging.ts';
import { type Opinion, opinionOn } from './opinion.ts';
import type { Voice } from './own/voice.ts';
import { blanked, read } from './reading.ts';
import { type ReservedNames, usualNames } from './reserved-names.ts';
import { evidenceOf, prior, riskOf, riskOfText } from './risk.ts';
import { amongRiskiest, type Riskiest } from './riskiest.ts';
import type { Facts, Read, Rule, Submission, Swearing, Texts, Thresholds, Tuning } from './rule.ts';
import { advertising } from './rules/advertising.ts';
import { captcha } from './rules/captcha.ts';
import { learned } from './rules/learned.ts';
import { links } from './rules/links.ts';
import { name } from './rules/name.ts';
import { pace } from './rules/pace.ts';
import { profanityEn } from './rules/profanity-en.ts';
import { profanityVi } from './rules/profanity-vi.ts';
import { repeats } from './rules/repeats.ts';
import { shape } from './rules/shape.ts';
import { siteWords } from './rules/site-words.ts';
import { noWords, type SiteWords } from './site-words.ts';

/** Every rule, in the order in which a moderator reads their findings. */
export const rules: readonly Rule[] = [
  profanityVi,
  profanityEn,
  siteWords,
  name,
  links,
  advertising,
  learned,
  shape,
  repeats,
  pace,
  captcha,
];

/** The facts of a sender and a text never seen before. */
export const quiet: Facts = {
  senderLastMinute: 0,
  senderLastHour: 0,
  sameTextLastDay: 0,
  sameTextBySenderLastHour: 0,
  nearTextLastDay: 0,
  metUnseen: null,
};

/** The verdict on a comment, its risk (0..1, how likely a moderator will not publish it), and every reason. */
export interface Screening {
  verdict: Verdict;
  risk: number;
  findings: Finding[];
  /** What was learned says, 0..1, by the shipped models and by the site's own; null where it is silent. */
  shippedRisk: number | null;
  learnedRisk: number | null;
}

/** How a site differs from the others. */
export interface Options {
  words?: SiteWords;
  holdAt?: Thresholds;
  own?: Voice | null;
  names?: ReservedNames;
  swearing?: Swearing;
  riskiest?: Riskiest | null;
}

/** Runs every rule and keeps every finding; spans are UTF-16 offsets into the body as it was given. */
export function screen(
  submission: Submission,
  facts?: Facts,
  list?: readonly Rule[],
  options?: Options,
): Screening {
  return screenRead(readSubmission(submission), facts, list, options);
}

/** Both texts, or nothing where the reading fails on one. */
export function readSubmission({ author, body }: Submission): Texts | undefined {
  try {
    return { author: read(author), body: read(body) };
  } catch {
    return undefined;
  }
}

/** The same as `screen`, for texts that were read already. */
export function screenRead(
  texts: Texts | undefined,
  facts: Facts = quiet,
  list: readonly Rule[] = rules,
  {
    words = noWords,
    holdAt = usualHoldAt,
    own = null,
    names = usualNames,
    swearing = 'hold',
    riskiest = null,
  }: Options = {},
): Screening {
  if (!texts) return unread;
  const site = { ...words, holdAt, own, names, swearing };
  const found = new Map<Rule, Judged[]>();
  const soFar = () => [...found.values()].flat();
  const evidence = () => evidenceOf(weightsOf(soFar(), 'text'));
  const opinion = once(() => opinionOn(texts.body, evidence(), site));
  for (const rule of learnedLast(list)) {
    const reads = rule === learned ? withoutSpared(texts, soFar(), opinion, site) : { ...texts, opinion };
    found.set(rule, judgedBy(rule, reads, facts, site));
  }
  const judged = list.flatMap((rule) => found.get(rule) ?? []);
  const said = list.includes(learned) ? heard(opinion) : silence;
  const known = { learned: said.shipped?.bad ?? prior, evidence: evidence(), own: 0 };
  const risk = riskOf(said.own ?? riskOfText(known), weightsOf(judged, 'sending'));
  const findings = [...judged.map(({ finding }) => finding), ...amongRiskiest(risk, riskiest)];
  return {
    verdict: strictest(findings.map((finding) => finding.verdict)),
    risk,
    findings,
    shippedRisk: said.shipped?.bad ?? null,
    learnedRisk: said.own,
  };
}

/** It weighs what the others found. */
function learnedLast(list: readonly Rule[]): Rule[] {
  return list.toSorted((one, other) => Number(one === learned) - Number(other === learned));
}

/** How likely abuse may be, without the swearing, for that to count as unaimed. */
const leastDoubt = 0.5;

/**
 * The risk is of the whole text; it is held, or not, as if what the site spares did not stand in it, and sooner than others:
 * in doubt it was aimed at somebody.
 */
function withoutSpared(texts: Texts, judged: readonly Judged[], opinion: () => Opinion, site: Tuning): Read {
  const spared = judged.filter((one) => one.spared).map(({ finding }) => finding);
  if (spared.length === 0) return { ...texts, opinion };
  const body = blanked(texts.body, spared);
  const others = judged.filter((one) => !one.spared);
  const evidence = evidenceOf(weightsOf(others, 'text'));
  const holdAt = { ...site.holdAt, abuse: Math.min(site.holdAt.abuse, leastDoubt) };
  return { ...texts, body, opinion: () => opinionOn(body, evidence, { ...site, holdAt }) };
}

/** Fails closed: what cannot be read waits for a person. */
const unread: Screening = {
  verdict: 'hold',
  risk: 0.5,
  findings: [
    {
      rule: 'reading',
      verdict: 'hold',
      message: {
        vi: 'Bộ lọc không đọc được bình luận này, nên cần có người xem.',
        en: 'The filter could not read this comment, so a person must look at it.',
      },
    },
  ],
  shippedRisk: null,
  learnedRisk: null,
};

/** Where a site says nothing else. Abuse is learned from heated talk, so that formal texts seem likelier than they are. */
export const usualHoldAt: Thresholds = { abuse: 0.95, spam: 0.6 };

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const silence = { shipped: null, own: null };

/** A fault in what was learned has already held the comment, by its rule. */
function heard(opinion: () => Opinion): Pick<Opinion, 'own' | 'shipped'> | typeof silence {
  try {
    return opinion();
  } catch {
    return silence;
  }
}
