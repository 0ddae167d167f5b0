import { spendChallenge } from '../captcha/challenge.ts';
import { countFailure, refuseGuessing } from '../captcha/limits.ts';
import { type ChallengeAnswer, judgeChallenge, type Redemption } from '../captcha/redeem.ts';
import type { Facts } from '../filter/rule.ts';
import type { FieldError } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { counter } from '../world/metrics.ts';
import type { World } from '../world/world.ts';

/** What a reader gives for the captcha, and who gives it; `mark` is what a retry of the request is known by. */
export interface Given {
  site: Site;
  sender: string;
  challenge: ChallengeAnswer | undefined;
  mark?: string | null;
}

const outcomes = ['picture', 'audio', 'work', 'wrong', 'expired', 'gone'] as const;
const count = counter(
  'binh_luan_challenges_judged_total',
  'Answers to captchas, by what met them or why they did not.',
  outcomes.map((outcome) => ({ outcome })),
);

export interface Judged {
  mistakes: readonly FieldError[];
  metUnseen: Facts['metUnseen'];
}

/**
 * Judges what is given. What is wrong is spent, so that nothing can be tried twice; what is right stays open until
 * it is spent, so that a reader whose address is wrong has not solved it in vain.
 */
export async function judgeCaptcha(world: World, given: Given): Promise<Judged> {
  const { site, sender, challenge, mark } = given;
  if (site.captcha === 'off') return { mistakes: [], metUnseen: null };
  if (!challenge || isBlank(challenge)) return { mistakes: [missing(challenge)], metUnseen: null };
  await refuseGuessing(world, site, sender);
  const met = await judgeChallenge(world, site, challenge, mark);
  count({ outcome: met });
  if (met === 'picture') return { mistakes: [], metUnseen: null };
  if (isMet(met)) return { mistakes: [], metUnseen: isHeld(site) ? met : null };
  await countFailure(world, site, sender);
  await spendChallenge(world, site, challenge.id);
  return { mistakes: [met === 'expired' ? expired : failed], metUnseen: null };
}

/** Spends what was right; a mistake where somebody was first. */
export async function spendCaptcha(world: World, { site, challenge, mark }: Given): Promise<FieldError[]> {
  if (site.captcha === 'off' || !challenge) return [];
  return (await spendChallenge(world, site, challenge.id, mark)) ? [] : [failed];
}

function isBlank({ answer, proofOfWork }: ChallengeAnswer): boolean {
  return proofOfWork === undefined && answer !== undefined && answer.trim() === '';
}

/** Who chose work for a whole site trusts it; elsewhere the site says whether the ways without sight are looked at. */
function isHeld({ captcha, 'work-held': held }: Site): boolean {
  return captcha !== 'work' && held === 'on';
}

function isMet(met: Redemption): met is 'audio' | 'work' {
  return met === 'audio' || met === 'work';
}

function missing(challenge: ChallengeAnswer | undefined): FieldError {
  return {
    ...(challenge ? { field: 'challenge.answer', code: 'required' } : { field: 'challenge', code: 'failed' }),
    message: {
      vi: 'Vui lòng nhập các ký tự trong hình.',
      en: 'Please type the characters in the picture.',
    },
  };
}

/** Wrong, spent and reset are one and the same to the outside. */
const failed: FieldError = {
  field: 'challenge',
  code: 'failed',
  message: {
    vi: 'Mã xác nhận chưa đúng. Vui lòng nhập các ký tự trong hình mới.',
    en: 'The captcha was not right. Please type the characters in the new picture.',
  },
};

const expired: FieldError = {
  field: 'challenge',
  code: 'expired',
  message: {
    vi: 'Mã xác nhận đã hết hạn. Vui lòng nhập các ký tự trong hình mới.',
    en: 'The captcha has expired. Please type the characters in the new picture.',
  },
};
