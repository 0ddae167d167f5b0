import type { Finding } from './finding.ts';
import type { Facts, Judgement, Read, Rule, Tuning } from './rule.ts';

/** A finding, how much it weighs, whether it is about the text or about how it was sent, and whether the site spares it. */
export interface Judged {
  finding: Finding;
  weight: number;
  sending: boolean;
  spared: boolean;
}

/** All that a rule says. */
export function judgedBy(rule: Rule, reads: Read, facts: Facts, site: Tuning): Judged[] {
  return judgements(rule, reads, facts, site).map(({ weight, spared = false, ...said }) => ({
    finding: { rule: rule.name, ...said },
    weight,
    sending: rule.judgesSending === true,
    spared,
  }));
}

export function weightsOf(judged: readonly Judged[], about: 'text' | 'sending'): number[] {
  return judged.filter(({ sending }) => sending === (about === 'sending')).map(({ weight }) => weight);
}

// Fails closed: a defect in one rule must neither lose the comment nor let it through.
function judgements(rule: Rule, reads: Read, facts: Facts, site: Tuning): Judgement[] {
  try {
    return rule.judge(reads, facts, site);
  } catch {
    return [{ verdict: 'hold', weight: 0.5, message: faulted }];
  }
}

const faulted = {
  vi: 'Quy tắc này không chạy được, nên cần có người xem bình luận.',
  en: 'This rule could not be run, so a person must look at the comment.',
};
