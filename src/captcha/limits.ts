import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { type Allowance, isUsedUp, takeAttempt } from '../store/limits/attempts.ts';
import type { World } from '../world/world.ts';

const windowMs = 60_000;
/** What a sender may do in a minute. Generous, since a whole town may share an address. */
const most = { issued: 120, shown: 120, failed: 60 };

export type Act = keyof typeof most;

/** Counts one of what a sender may do so often; returns which it is of this minute. Throws `too-fast` past the limit. */
export async function countAct(world: World, site: Site, sender: string, act: Act): Promise<number> {
  const count = await takeAttempt(world.database, allowance(site, sender, act), world.now());
  if (count === undefined) throw tooMany();
  return count;
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
  const without = site.pace === 'off';
  return {
    subject: `challenge ${act} ${site.id} ${sender}`,
    windowMs,
    most: without ? Number.MAX_SAFE_INTEGER : most[act],
  };
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
