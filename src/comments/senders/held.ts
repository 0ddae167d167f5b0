import type { Finding } from '../../filter/finding.ts';
import type { SiteScreening } from '../../screening/site-filter.ts';

const held: Finding = {
  rule: 'held-sender',
  verdict: 'hold',
  message: {
    vi: 'Người gửi này đang được giữ để duyệt.',
    en: 'This sender is being held for review.',
  },
};

const apart: Finding = {
  rule: 'room',
  verdict: 'hold',
  message: {
    vi: 'Đến khi trang đã nhận đủ số bình luận của giờ này.',
    en: 'It came when the site had taken as many comments as it takes in an hour.',
  },
};

const inARow: Finding = {
  rule: 'pace',
  verdict: 'hold',
  message: {
    vi: 'Từ người gửi này đã có quá nhiều bình luận liên tiếp, nên để riêng.',
    en: 'So many comments came from this sender in a row that this one waits apart.',
  },
};

/**
 * What is never published at once, whatever the filter says of it, and why: a moderator holds all of its sender, or it
 * waits apart, as it came when the queue had no room left, or its sender had sent too many in a row.
 */
export function heldBack(
  screening: SiteScreening,
  { isHeld, isApart, isTooMuch }: { isHeld: boolean; isApart: boolean; isTooMuch: boolean },
): SiteScreening {
  const whys = [...(isHeld ? [held] : []), ...(isApart ? [isTooMuch ? inARow : apart] : [])];
  if (whys.length === 0) return screening;
  return { ...screening, verdict: 'hold', findings: [...screening.findings, ...whys] };
}
