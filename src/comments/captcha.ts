import { spendChallenge, toSpend } from '../captcha/challenge.ts';
import { countFailure, refuseGuessing } from '../captcha/limits.ts';
import { countingTaken, isTooMuch, loadOf } from '../captcha/price.ts';
import { type ChallengeAnswer, isBlank, judgeChallenge, type Redemption } from '../captcha/redeem.ts';
import type { Facts } from '../filter/rule.ts';
import type { FieldError } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import type { Demand } from '../store/database.ts';
import { isOfTallies } from '../store/limits/tallies.ts';
import { findUse, isOfSpent } from '../store/limits/used-challenges.ts';
import { counter } from '../world/metrics.ts';
import { isReader } from '../world/networks.ts';
import type { World } from '../world/world.ts';

/** What a reader gives for the captcha, and who gives it; `mark` is what a retry of the request is known by. */
export interface Given {
  site: Site;
  sender: string;
  challenge: ChallengeAnswer | undefined;
  mark?: string | null;
}

const ways = ['picture', 'audio', 'work'] as const;
const count = counter(
  'binh_luan_challenges_judged_total',
  'Answers to captchas, by the way that was tried, and whether they met it or why not.',
  {
    readers: 'anyone',
    labels: ['way', 'result'],
    known: ways.flatMap((way) => ['met', 'wrong'].map((result) => ({ way, result }))),
  },
);

export interface Judged {
  mistakes: readonly FieldError[];
  metUnseen: Facts['metUnseen'];
  /** At which step of the price it was met by work. */
  step?: number | undefined;
  /** So much came from there that it is held apart. */
  isTooMuch: boolean;
}

/**
 * Judges what is given. What is wrong is spent, so that nothing can be tried twice; what is right stays open until
 * it is spent, so that a reader whose address is wrong has not solved it in vain.
 */
export async function judgeCaptcha(world: World, given: Given): Promise<Judged> {
  const { site, sender, challenge, mark } = given;
  if (!isAsked(given)) return judged([]);
  if (!challenge || isMissing(challenge)) return judged([missing(challenge)]);
  const [use, load] = await Promise.all([
    findUse(world.database, challenge.id),
    loadOf(world, site, sender),
    refuseGuessing(world, site, sender),
  ]);
  const { met, tried, step } = await judgeChallenge(world, site, challenge, { use, load }, mark);
  count(isMet(met) ? { way: met, result: 'met' } : { way: tried, result: met });
  if (isMet(met)) {
    const metUnseen = met === 'picture' || site['work-held'] === 'off' ? null : met;
    return { mistakes: [], metUnseen, step, isTooMuch: isTooMuch(load) };
  }
  if (met === 'outgrown') return judged([outgrown]);
  if (met === 'unseen') return judged([missing(challenge)]);
  await countFailure(world, site, sender);
  await spendChallenge(world, site, challenge.id);
  return judged([met === 'expired' ? expired : failed]);
}

function judged(mistakes: readonly FieldError[]): Judged {
  return { mistakes, metUnseen: null, isTooMuch: false };
}

/** Spends what was right for a comment that is refused; a mistake where somebody was first. */
export async function spendCaptcha(world: World, given: Given): Promise<FieldError[]> {
  const { site, challenge, mark } = given;
  if (!isAsked(given) || !challenge) return [];
  return (await spendChallenge(world, site, challenge.id, mark)) ? [] : [failed];
}

/** Spends what was right, and counts the comment that is let in, as it is stored. */
export function demandsOf(world: World, given: Given, { step }: Judged): Demand[] {
  const { site, sender, challenge, mark = null } = given;
  if (!isAsked(given) || !challenge) return [];
  return [toSpend(world, site, challenge.id, mark), ...countingTaken(world, site, sender, step)];
}

/** What is wrong where a comment was not stored: another was first, or it costs more than when it was judged. */
export function mistakesOf(error: unknown): FieldError[] {
  if (isOfSpent(error)) return [failed];
  return isOfTallies(error) ? [outgrown] : [];
}

/** Whom their site vouches for has nothing to meet. */
function isAsked({ site, sender }: Given): boolean {
  return site.captcha !== 'off' && !isReader(sender);
}

/** There is nothing to judge, and nothing to spend. */
function isMissing({ answer, proofOfWork }: ChallengeAnswer): boolean {
  return proofOfWork === undefined && answer !== undefined && isBlank(answer);
}

function isMet(met: Redemption): met is 'picture' | 'audio' | 'work' {
  return met === 'picture' || met === 'audio' || met === 'work';
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

/** To a program as if its time were over: another challenge mends it, and what was written is not at fault. */
const outgrown: FieldError = {
  field: 'challenge',
  code: 'expired',
  message: {
    vi: 'Thiết bị cần xác nhận thêm một lần vì từ đây vừa có bình luận khác được gửi. Nội dung vẫn còn nguyên, vui lòng gửi lại.',
    en: 'The device has to confirm once more, since other comments came from here just now. Your text is kept: please send it again.',
  },
};
