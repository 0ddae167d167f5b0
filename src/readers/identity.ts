import type { Sentence } from '../language/language.ts';
import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import type { World } from '../world/world.ts';
import { secretsOf } from './identity-keys.ts';
import { type Claims, readToken } from './token.ts';

/** By which a reader says who their site says that they are. */
export const identityHeader = 'Binh-Luan-Identity';

/** Whom the site vouches for, by a token that it signed; throws `identity` where it is wrong or old. */
export async function identify(
  world: Pick<World, 'database' | 'secret' | 'now'>,
  site: Site,
  token: string,
): Promise<Claims> {
  const secrets = await secretsOf(world, site.id);
  const claims = await readToken(token, { site: site.id, secrets, now: world.now() });
  if (claims) return claims;
  throw new Problem('identity', site.identity === 'required' ? signInAgain : signInOrWrite);
}

const signInAgain = {
  vi: 'Phiên đăng nhập của bạn ở trang báo đã hết hạn, hoặc chưa xác nhận được. Vui lòng đăng nhập lại.',
  en: 'Your sign-in on this site has ended, or could not be confirmed. Please sign in again.',
};

const signInOrWrite = {
  vi: 'Phiên đăng nhập của bạn ở trang báo đã hết hạn, hoặc chưa xác nhận được. Bạn có thể đăng nhập lại, hoặc điền họ tên và gửi như bạn đọc chưa đăng nhập.',
  en: 'Your sign-in on this site has ended, or could not be confirmed. You may sign in again, or give your name and write without.',
};

/** Of a site where only those write whom it vouches for: in its own words, where it has some. */
export function needsIdentity(site: Site): Problem {
  return new Problem('identity', wordsForStrangers(site));
}

export function wordsForStrangers({ 'identity-words': own }: Site): Sentence {
  return own === '' ? signInFirst : { vi: own, en: own };
}

const signInFirst = {
  vi: 'Vui lòng đăng nhập ở trang báo để gửi bình luận.',
  en: 'Please sign in on this site to write a comment.',
};
