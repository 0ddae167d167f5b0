import type { Facts, Judgement, Rule } from '../rule.ts';

/** The same text, or nearly the same, sent again and again. */
export const repeats: Rule = {
  name: 'repeats',
  judgesSending: true,
  judge: (_, facts) => [...onTheSite(facts), ...nearly(facts), ...bySender(facts)],
};

function onTheSite({ sameTextLastDay: times }: Facts): Judgement[] {
  if (times < 1) return [];
  const message = {
    vi: `Nội dung này đã được gửi ${times} lần trên trang trong 24 giờ qua.`,
    en: `The same text was sent to this site ${counted(times)} in the last 24 hours.`,
  };
  return [{ verdict: 'hold', weight: 0.6, message }];
}

function nearly({ nearTextLastDay: times }: Facts): Judgement[] {
  if (times < 1) return [];
  const message = {
    vi: `Gần giống ${times} bình luận khác trên trang trong 24 giờ qua, chỉ đổi vài chữ.`,
    en: `Nearly the same as ${times} other ${times === 1 ? 'comment' : 'comments'} on this site in the last 24 hours.`,
  };
  return [{ verdict: 'hold', weight: 0.5, message }];
}

function bySender({ sameTextBySenderLastHour: times }: Facts): Judgement[] {
  if (times < 3) return [];
  const message = {
    vi: `Cùng một người đã gửi nội dung này ${times} lần trong một giờ qua.`,
    en: `The same sender sent this text ${counted(times)} in the last hour.`,
  };
  return [{ verdict: 'refuse', weight: 0.9, message }];
}

const counted = (times: number) => (times === 1 ? 'once' : `${times} times`);
