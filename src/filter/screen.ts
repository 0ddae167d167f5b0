import { type Finding, strictest, type Verdict } from './finding.ts';
import type { Facts, Judgement, Rule, Submission } from './rule.ts';
import { links } from './rules/links.ts';
import { pace } from './rules/pace.ts';
import { profanityEn } from './rules/profanity-en.ts';
import { profanityVi } from './rules/profanity-vi.ts';
import { repeats } from './rules/repeats.ts';
import { shape } from './rules/shape.ts';

/** Every rule, in the order in which a moderator reads their findings. */
export const rules: readonly Rule[] = [profanityVi, profanityEn, links, shape, repeats, pace];

/** The facts of a sender and a text never seen before. */
export const quiet: Facts = {
  senderLastMinute: 0,
  senderLastHour: 0,
  sameTextLastDay: 0,
  sameTextBySenderLastHour: 0,
};

/** The verdict on a comment, its risk (0..1, how likely a moderator will not publish it), and every reason. */
export interface Screening {
  verdict: Verdict;
  risk: number;
  findings: Finding[];
}

/** Runs every rule and keeps every finding; spans are offsets into the NFC form of the body. */
export function screen(
  submission: Submission,
  facts: Facts = quiet,
  list: readonly Rule[] = rules,
): Screening {
  const composed = { author: submission.author.normalize('NFC'), body: submission.body.normalize('NFC') };
  const opinions = list.flatMap((rule) => opinionsOf(rule, composed, facts));
  const findings = opinions.map((opinion) => opinion.finding);
  return {
    verdict: strictest(findings.map((finding) => finding.verdict)),
    risk: risk(opinions.map((opinion) => opinion.weight)),
    findings,
  };
}

interface Opinion {
  finding: Finding;
  weight: number;
}

function opinionsOf(rule: Rule, submission: Submission, facts: Facts): Opinion[] {
  return judgements(rule, submission, facts).map(({ weight, ...said }) => ({
    finding: { rule: rule.name, ...said },
    weight,
  }));
}

// Fails closed: a defect in one rule must neither lose the comment nor let it through.
function judgements(rule: Rule, submission: Submission, facts: Facts): Judgement[] {
  try {
    return rule.judge(submission, facts);
  } catch {
    return [{ verdict: 'hold', weight: 0.5, message: faulted }];
  }
}

const faulted = {
  vi: 'Quy tắc này không chạy được, nên cần có người xem bình luận.',
  en: 'This rule could not be run, so a person must look at the comment.',
};

/** Of comments that no rule has anything against, the share that moderators still do not publish: a guess. */
const prior = 0.05;

/** Noisy-or: each weight is taken as an independent chance that the comment is unfit, to three decimals. */
function risk(weights: readonly number[]): number {
  const fit = weights.reduce((chance, weight) => chance * (1 - weight), 1 - prior);
  return Math.round((1 - fit) * 1000) / 1000;
}
