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

/**
 * What is never published at once, whatever the filter says of it, and why: a moderator holds all of its sender, or it
 * came when the queue had no room left and waits apart.
 */
export function heldBack(
  screening: SiteScreening,
  { isHeld, isApart }: { isHeld: boolean; isApart: boolean },
): SiteScreening {
  const whys = [...(isHeld ? [held] : []), ...(isApart ? [apart] : [])];
  if (whys.length === 0) return screening;
  return { ...screening, verdict: 'hold', findings: [...screening.findings, ...whys] };
}
