import type { Moderator } from '../../../moderators/moderator.ts';
import { readBack } from '../decision-forms.ts';

type Form = Partial<Record<string, string>>;

/** Back to the comment that an act is about, in the queue or on its page, where it is told and can be taken back. */
export function afterAct({ back = '', from, about = '' }: Form, moderator: Moderator, act: string): string {
  const query = readBack(back, moderator);
  query.set('act', act);
  return from === 'queue'
    ? `/moderation?${query}#c-${about}`
    : `/moderation/comments/${encodeURIComponent(about)}?${query}`;
}
