import { timeZone } from '../language/ago.ts';
import { formatsOf } from '../language/formats.ts';
import type { Language } from '../language/language.ts';
import type { Site } from '../sites/site.ts';
import { meetSender } from '../store/limits/blocks.ts';
import { tooFast } from '../world/too-fast.ts';
import type { World } from '../world/world.ts';
import type { Sender } from './sender.ts';

const daySeconds = 86_400;
const minuteMs = 60_000;

/**
 * Throws `too-fast` while the site takes no comments from this sender, and says until when; else whether theirs wait for
 * a moderator.
 */
export async function refuseBlocked(world: World, site: Site, sender: Sender): Promise<{ isHeld: boolean }> {
  const now = world.now();
  const { blockedUntil, isHeld } = await meetSender(world.database, site.id, sender.ids, now);
  if (blockedUntil === null) return { isHeld };
  const until = Math.ceil(blockedUntil / minuteMs) * minuteMs;
  const seconds = Math.ceil((blockedUntil - now) / 1000);
  const whose = sender.reader ? yours : yourNetworks;
  throw tooFast(
    'blocked',
    {
      vi: `Tòa soạn tạm thời không nhận bình luận ${whose.vi} đến ${clocks('vi').format(until)}. Mong bạn thông cảm và quay lại sau.`,
      en: `Comments from ${whose.en} are not taken until ${clocks('en').format(until)}. Thank you for your patience; you are welcome again then.`,
    },
    Math.min(seconds, daySeconds),
  );
}

const yourNetworks = { vi: 'gửi từ kết nối mạng của bạn', en: 'your network' };
const yours = { vi: 'của bạn', en: 'you' };

const moment = {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  year: 'numeric',
} as const;

const days: Record<Language, Intl.DateTimeFormatOptions> = {
  vi: { day: '2-digit', month: '2-digit' },
  en: { day: 'numeric', month: 'short', timeZoneName: 'short' },
};
const clocks = formatsOf(
  (locale, language) => new Intl.DateTimeFormat(locale, { ...moment, ...days[language] }),
);
