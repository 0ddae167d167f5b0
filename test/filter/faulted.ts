import type { Finding } from '../../src/filter/finding.ts';
import type { Rule } from '../../src/filter/rule.ts';
import { rules } from './by-hand.ts';

/** The rules, the named one replaced by one that throws. */
export function withFault(name: string, list: readonly Rule[] = rules): readonly Rule[] {
  const broken = () => {
    throw new Error('broken for a test');
  };
  return list.map((rule) => (rule.name === name ? { name, judge: broken } : rule));
}

/** What a moderator reads where a rule could not be run. */
export function faultOf(rule: string): Finding {
  return {
    rule,
    verdict: 'hold',
    message: {
      vi: 'Quy tắc này không chạy được, nên cần có người xem bình luận.',
      en: 'This rule could not be run, so a person must look at the comment.',
    },
  };
}
