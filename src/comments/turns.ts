import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Rate, takeTurns } from '../store/limits/rates.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';

/** Of one sender; the filter holds and refuses by what it finds stored, and this also of those that come at once. */
const ofSender = { perHour: 60, atOnce: 20 };

/**
 * Bounds what comes in, whoever sends it and however many captchas they can solve: of a sender, under an article, on
 * the whole site. Throws `too-fast`.
 */
export async function takeTurn(world: World, site: Site, sender: string, articleKey: string): Promise<void> {
  if (site.pace === 'off') return;
  const rates: Rate[] = [
    { subject: `sender ${digest(`${site.id} ${sender}`)}`, ...ofSender },
    { subject: `article ${site.id} ${articleKey}`, perHour: site['article-per-hour'] },
    { subject: `site ${site.id}`, perHour: site['site-per-hour'] },
  ];
  const bounded = rates.filter(({ perHour }) => perHour > 0);
  const waitMs = await takeTurns(world.database, bounded, world.now());
  if (waitMs === 0) return;
  throw new Problem(
    'too-fast',
    {
      vi: 'Hiện có quá nhiều bình luận được gửi đến. Vui lòng đợi ít phút rồi gửi lại.',
      en: 'Too many comments are coming in just now. Please wait a few minutes and send yours again.',
    },
    { retryAfterSeconds: Math.ceil(waitMs / 1000) },
  );
}
