import { counter } from '../world/metrics.ts';
import type { SiteScreening } from './site-filter.ts';

const countScreening = counter(
  'binh_luan_screenings_total',
  'Comments that were looked at, by the verdict.',
  {
    labels: ['verdict'],
    known: ['pass', 'hold', 'refuse'].map((verdict) => ({ verdict })),
  },
);
const countFinding = counter(
  'binh_luan_findings_total',
  'Comments of which a rule said something, by rule and verdict.',
  {
    labels: ['rule', 'verdict'],
  },
);

/** The same screening, counted: what one rule finds in several places counts once. */
export function counted(screening: SiteScreening): SiteScreening {
  const { verdict, findings } = screening;
  countScreening({ verdict });
  const [held, refused] = ['hold', 'refuse'].map(
    (strict) => new Set(findings.filter((one) => one.verdict === strict).map(({ rule }) => rule)),
  );
  for (const rule of held ?? []) countFinding({ rule, verdict: 'hold' });
  for (const rule of refused ?? []) countFinding({ rule, verdict: 'refuse' });
  return screening;
}
