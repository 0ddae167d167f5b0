import type { Verdict } from '../finding.ts';
import type { Judgement, Rule } from '../rule.ts';

/** Someone who sends faster than people write. */
export const pace: Rule = {
  name: 'pace',
  judgesSending: true,
  judge: (_, { senderLastMinute, senderLastHour }) => [
    ...over(senderLastMinute, 4, 10, 'phút', 'minute'),
    ...over(senderLastHour, 20, 60, 'giờ', 'hour'),
  ],
};

function over(sent: number, hold: number, refuse: number, vi: string, en: string): Judgement[] {
  if (sent < hold) return [];
  const verdict: Verdict = sent < refuse ? 'hold' : 'refuse';
  const message = {
    vi: `Người này đã gửi ${sent} bình luận khác trong một ${vi} vừa qua.`,
    en: `This sender sent ${sent} other comments in the last ${en}.`,
  };
  return [{ verdict, weight: verdict === 'hold' ? 0.5 : 0.9, message }];
}
