import type { Sentence } from '../language/language.ts';
import { Problem } from '../problem.ts';
import { counter } from './metrics.ts';

/** What somebody has done too often, or what there is no room for. */
const ofReaders = ['pace', 'room', 'blocked', 'captcha', 'captcha-line', 'like', 'report'] as const;
const causes = [...ofReaders, 'sign-in', 'letter', 'platform'] as const;
type Cause = (typeof causes)[number];

const count = counter('binh_luan_limited_total', 'Whoever was told to come again later, by the limit.', {
  labels: ['cause'],
  known: causes.map((cause) => ({ cause })),
});

/** To be thrown: whoever asks may ask again after so many seconds. Counted by its cause. */
export function tooFast(cause: Cause, detail: Sentence, retryAfterSeconds: number): Problem {
  count({ cause });
  return new Problem('too-fast', detail, { retryAfterSeconds });
}
