import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { takeTurn } from '../store/rates.ts';
import type { World } from '../world.ts';

/**
 * Bounds what comes in, whoever sends it and however many captchas they can solve. The article is asked first, so
 * that a flood under one does not use up what the others may take. Throws `too-fast`.
 */
export async function takeTurns(world: World, site: Site, articleKey: string): Promise<void> {
  if (site.pace === 'off') return;
  await take(world, `article ${site.id} ${articleKey}`, site['article-per-hour']);
  await take(world, `site ${site.id}`, site['site-per-hour']);
}

async function take(world: World, subject: string, perHour: number): Promise<void> {
  if (perHour === 0) return;
  const waitMs = await takeTurn(world.database, subject, perHour, world.now());
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
