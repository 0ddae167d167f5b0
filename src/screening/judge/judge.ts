import { type Finding, type Span, strictest } from '../../filter/finding.ts';
import type { Site } from '../../sites/site.ts';
import type { SiteScreening } from '../site-filter.ts';
import type { Remark } from './answer.ts';
import type { Answered } from './ask.ts';
import { failureMessage } from './failure.ts';

/** Whether a judge outside is to be asked too: whoever is refused anyway is told to nobody. */
export function isJudged(site: Site, { verdict }: Pick<SiteScreening, 'verdict'>): boolean {
  return site['judge-url'] !== '' && verdict !== 'refuse';
}

/**
 * The screening with what the site's judge outside says. It may hold a comment and raise its risk; it frees nothing that a
 * rule holds, and where it says nothing, for whatever reason, the comment waits.
 */
export function withJudge(screening: SiteScreening, answered: Answered, body: string): SiteScreening {
  const found = findingsOf(answered, body);
  return {
    ...screening,
    verdict: strictest([screening.verdict, ...found.map(({ verdict }) => verdict)]),
    risk: Math.max(screening.risk, riskOf(answered)),
    findings: [...screening.findings, ...found],
    judged: { verdict: verdictOf(answered), ms: answered.ms },
  };
}

function verdictOf(answered: Answered): 'pass' | 'hold' | 'failed' {
  if ('failure' in answered) return 'failed';
  return answered.said.holds ? 'hold' : 'pass';
}

/** Where it holds and does not say how sure it is, as sure as can be told: not at all. */
const unsure = 0.5;

/** To three decimals, as the filter's own. */
function riskOf(answered: Answered): number {
  if ('failure' in answered) return 0;
  const { risk, holds } = answered.said;
  return Math.round((risk ?? (holds ? unsure : 0)) * 1000) / 1000;
}

/** What moderators read of an answer. */
export function findingsOf(answered: Answered, body: string): Finding[] {
  if ('failure' in answered)
    return [{ rule: 'judge-failed', verdict: 'hold', message: failureMessage(answered.failure) }];
  const { holds, remarks } = answered.said;
  const said = holds && remarks.length === 0 ? [{ message: held }] : remarks;
  return said.map((remark) => ({
    ...{ rule: 'judge', verdict: holds ? 'hold' : 'pass', message: remark.message },
    ...spanIn(body, remark),
  }));
}

const held = {
  vi: 'Bộ lọc ngoài đề nghị người duyệt xem bình luận này.',
  en: 'The outside judge asks for a moderator to look at this comment.',
};

/** Where it is no place in the body, it is about the whole. */
function spanIn(body: string, { start, end }: Remark): Partial<Span> {
  if (!isPlace(start) || !isPlace(end) || start < 0 || end > body.length || start >= end) return {};
  const cutsLetter = [start, end].some((at) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(body.slice(at - 1, at + 1)),
  );
  return cutsLetter ? {} : { start, end };
}

function isPlace(at: number | null | undefined): at is number {
  return Number.isInteger(at);
}
