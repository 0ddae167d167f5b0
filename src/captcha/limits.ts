import { LRUCache } from 'lru-cache';
import type { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Allowance, isUsedUp, takeAttempts } from '../store/limits/attempts.ts';
import { type Share, sharesOf } from '../world/networks.ts';
import { tooFast } from '../world/too-fast.ts';
import type { World } from '../world/world.ts';

const windowMs = 60_000;
const unlimited = Number.MAX_SAFE_INTEGER;
/** What a sender may do in a minute. Generous, since a whole town may share an address. */
const most = { issued: 120, shown: 120, failed: 60 };

export type Act = keyof typeof most;

/**
 * Counts one of what a sender and their networks may do so often: in memory where that outlives a request, so that nothing
 * is stored for a captcha that nobody answers. Throws `too-fast` past the limit.
 */
export async function countAct(world: World, site: Site, sender: string, act: Act): Promise<void> {
  const [allowed, now] = [allowances(site, sender, act), world.now()];
  if (allowed.some((one) => isRefused(one, now))) throw tooMany();
  const counts = world.counts?.take(allowed, now) ?? (await takeAttempts(world.database, allowed, now));
  const spent = allowed.filter((_, at) => counts[at] === undefined);
  for (const { subject } of spent) refused.set(subject, now);
  if (spent.length > 0) throw tooMany();
}

/** Who was refused of late, and when: whoever asks on in the same minute costs the database nothing. */
const refused = new LRUCache<string, number>({ max: 10_000 });

function isRefused({ subject, most }: Allowance, now: number): boolean {
  const at = most === unlimited ? undefined : refused.get(subject);
  return at !== undefined && Math.floor(at / windowMs) === Math.floor(now / windowMs);
}

/** Throws `too-fast` where a sender has failed so often that another answer is not looked at. */
export async function refuseGuessing(world: World, site: Site, sender: string): Promise<void> {
  const failed = allowances(site, sender, 'failed');
  const usedUp = await Promise.all(failed.map((one) => isUsedUp(world.database, one, world.now())));
  if (usedUp.includes(true)) throw tooMany();
}

/** Past the limit it stays as it is. */
export async function countFailure(world: World, site: Site, sender: string): Promise<void> {
  await takeAttempts(world.database, allowances(site, sender, 'failed'), world.now());
}

/** The sender's, and those of the networks that they are in. */
function allowances(site: Site, sender: string, act: Act): (Allowance & Share)[] {
  return sharesOf(sender).map((share) => ({
    ...share,
    subject: `challenge ${act} ${site.id} ${share.name}`,
    windowMs,
    most: site.pace === 'off' ? unlimited : most[act] * share.times,
  }));
}

function tooMany(): Problem {
  return tooFast(
    'captcha',
    {
      vi: 'Bạn đã xin hoặc thử quá nhiều mã xác nhận. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have asked for or tried too many captchas. Please wait a minute and try again.',
    },
    60,
  );
}
