import { LRUCache } from 'lru-cache';
import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Allowance, isUsedUp, takeAttempt } from '../store/limits/attempts.ts';
import type { World } from '../world/world.ts';

const windowMs = 60_000;
const unlimited = Number.MAX_SAFE_INTEGER;
/** What a sender may do in a minute. Generous, since a whole town may share an address. */
const most = { issued: 120, shown: 120, failed: 60 };

export type Act = keyof typeof most;

/** Counts one of what a sender may do so often; returns which it is of this minute. Throws `too-fast` past the limit. */
export async function countAct(world: World, site: Site, sender: string, act: Act): Promise<number> {
  const [allowed, now] = [allowance(site, sender, act), world.now()];
  if (isRefused(allowed, now)) throw tooMany();
  const count = await takeAttempt(world.database, allowed, now);
  if (count !== undefined) return count;
  refused.set(allowed.subject, now);
  throw tooMany();
}

/** Who was refused of late, and when: whoever asks on in the same minute costs the database nothing. */
const refused = new LRUCache<string, number>({ max: 10_000 });

function isRefused({ subject, most }: Allowance, now: number): boolean {
  const at = most === unlimited ? undefined : refused.get(subject);
  return at !== undefined && Math.floor(at / windowMs) === Math.floor(now / windowMs);
}

/** Throws `too-fast` where a sender has failed so often that another answer is not looked at. */
export async function refuseGuessing(world: World, site: Site, sender: string): Promise<void> {
  if (await isUsedUp(world.database, allowance(site, sender, 'failed'), world.now())) throw tooMany();
}

/** Past the limit it stays as it is. */
export async function countFailure(world: World, site: Site, sender: string): Promise<void> {
  await takeAttempt(world.database, allowance(site, sender, 'failed'), world.now());
}

function allowance(site: Site, sender: string, act: Act): Allowance {
  const subject = `challenge ${act} ${site.id} ${sender}`;
  return { subject, windowMs, most: site.pace === 'off' ? unlimited : most[act] };
}

function tooMany(): Problem {
  return new Problem(
    'too-fast',
    {
      vi: 'Bạn đã xin hoặc thử quá nhiều mã xác nhận. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have asked for or tried too many captchas. Please wait a minute and try again.',
    },
    { retryAfterSeconds: 60 },
  );
}
