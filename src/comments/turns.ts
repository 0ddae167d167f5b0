import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Rate, returnTurns, takeTurns } from '../store/limits/rates.ts';
import { digest } from '../world/hash.ts';
import type { World } from '../world/world.ts';

/** Of one sender; the filter holds and refuses by what it finds stored, and this also of those that come at once. */
const ofSender = { perHour: 60, atOnce: 20 };

/**
 * Bounds what comes in, whoever sends it and however many captchas they can solve: of a sender, under an article, on
 * the whole site. Throws `too-fast`; where the work fails, the turn is somebody else's, so that turns are used up by
 * nothing but comments.
 */
export async function withTurn<Done>(
  world: World,
  site: Site,
  { sender, articleKey }: { sender: string; articleKey: string },
  work: () => Promise<Done>,
): Promise<Done> {
  const rates = ratesOf(site, sender, articleKey);
  await take(world, rates);
  try {
    return await work();
  } catch (error) {
    await returnTurns(world.database, rates);
    throw error;
  }
}

function ratesOf(site: Site, sender: string, articleKey: string): Rate[] {
  if (site.pace === 'off') return [];
  const rates: Rate[] = [
    { subject: `sender ${digest(`${site.id} ${sender}`)}`, ...ofSender },
    { subject: `article ${site.id} ${articleKey}`, perHour: site['article-per-hour'] },
    { subject: `site ${site.id}`, perHour: site['site-per-hour'] },
  ];
  return rates.filter(({ perHour }) => perHour > 0);
}

async function take(world: World, rates: readonly Rate[]): Promise<void> {
  const waitMs = rates.length > 0 ? await takeTurns(world.database, rates, world.now()) : 0;
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
