import type { Moderator } from '../../../moderators/moderator.ts';
import { readBack } from '../decision-forms.ts';

type Form = Partial<Record<string, string>>;

/**
 * Back to where an act was done, where it is told and can be taken back: to the comment that it is about, in the queue or
 * on its page, or to the page of its sender or of all blocks.
 */
export function afterAct(form: Form, moderator: Moderator, act: string): string {
  const { back = '', from, about = '', sender = '', site = '' } = form;
  const told = new URLSearchParams({ ...(site && { site }), ...(act && { act }) });
  if (from === 'blocks') return `/moderation/blocks?${told}`;
  if (from === 'sender') return `/moderation/senders/${encodeURIComponent(sender)}?${told}`;
  const query = readBack(back, moderator);
  query.set('act', act);
  return from === 'queue'
    ? `/moderation?${query}#c-${about}`
    : `/moderation/comments/${encodeURIComponent(about)}?${query}`;
}
