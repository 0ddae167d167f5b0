import { gauge } from './metrics.ts';

const failing = gauge(
  'binh_luan_failing',
  '1 while a part does not work, and what is left goes on without it.',
  {
    labels: ['part'],
    known: [{ part: 'database' }, { part: 'mail' }, { part: 'judge' }],
  },
);

/** Says of a part whether it works; a site's judge counts as one with all others. */
export function tellFailing(part: 'database' | 'mail' | 'judge', isFailing: boolean): void {
  failing.set(isFailing ? 1 : 0, { part });
}
