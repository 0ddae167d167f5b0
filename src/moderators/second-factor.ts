import { alike } from '../language/typed.ts';
import { Problem } from '../problem.ts';
import { type ActBy, actBy } from '../store/acts/record.ts';
import {
  activateSecondFactor,
  findSecondFactor,
  putSecondFactor,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from '../store/moderators/second-factors.ts';
import { everySecret } from '../world/secrets.ts';
import type { World } from '../world/world.ts';
import { limitOfHolder, takeAttempts } from './attempts.ts';
import { findStep, toBase32 } from './one-time-code.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { seal, unseal } from './seal.ts';

const keyBytes = 20;

/** How a moderator's second factor stands; `key` is what an authenticator app takes, in base32. */
export type SecondFactor =
  | { state: 'off' }
  | { state: 'begun'; key: string }
  | { state: 'on'; since: number; recoveryCodes: number };

export async function readSecondFactor(world: World, moderatorId: string): Promise<SecondFactor> {
  const stored = await findSecondFactor(world.database, moderatorId);
  if (!stored) return { state: 'off' };
  const { confirmedAt, recoveryCodes } = stored;
  if (confirmedAt !== null) return { state: 'on', since: confirmedAt, recoveryCodes };
  const key = unseal(world, moderatorId, stored.sealedSecret);
  return key ? { state: 'begun', key: toBase32(key) } : { state: 'off' };
}

/** Makes a new key, which nothing asks for before a first code has confirmed it. */
export async function beginSecondFactor(world: World, moderatorId: string): Promise<void> {
  const sealed = seal(world, moderatorId, world.random(keyBytes));
  if (!(await putSecondFactor(world.database, moderatorId, sealed))) throw changedElsewhere();
}

/** Takes the second factor into use by a first code; returns the recovery codes, of which only hashes are kept. */
export async function confirmSecondFactor(
  world: World,
  moderatorId: string,
  code: string,
): Promise<string[]> {
  const stored = await findSecondFactor(world.database, moderatorId);
  if (!stored || stored.confirmedAt !== null) throw changedElsewhere();
  const { sealedSecret } = stored;
  const step = findStep(open(world, moderatorId, sealedSecret), compact(code), world.now());
  if (step === undefined) throw wrongCode();
  const codes = newRecoveryCodes(world);
  const first = { moderatorId, sealedSecret, step, confirmedAt: world.now() };
  const hashes = codes.map((one) => hashRecoveryCode(world, moderatorId, one));
  if (!(await activateSecondFactor(world.database, first, hashes, ownAct(world, moderatorId))))
    throw changedElsewhere();
  return codes;
}

/**
 * Takes a code, or a recovery code, once; throws where there is none, it is wrong, or too many were tried by this
 * holder: a browser that signed in before, a session, or all strangers who know the password.
 */
export async function checkSecondFactor(
  world: World,
  moderatorId: string,
  code: string | undefined,
  holder = 'of strangers',
): Promise<void> {
  if (!code?.trim()) throw codeRequired();
  const attempts = await takeAttempts(world, limitOfHolder(moderatorId, 'code', holder));
  if (!(await takeCode(world, moderatorId, compact(code)))) throw wrongCode();
  await attempts.giveBack();
}

/** New recovery codes in place of the old. */
export async function renewRecoveryCodes(world: World, moderatorId: string): Promise<string[]> {
  const codes = newRecoveryCodes(world);
  const hashes = codes.map((code) => hashRecoveryCode(world, moderatorId, code));
  await replaceRecoveryCodes(world.database, moderatorId, hashes, ownAct(world, moderatorId));
  return codes;
}

function ownAct(world: World, id: string): ActBy {
  return actBy(world, { id, access: 'desk' });
}

async function takeCode(world: World, moderatorId: string, code: string): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) {
    const hashes = everySecret(world).map((secret) => hashRecoveryCode({ secret }, moderatorId, code));
    return takeRecoveryCode(world.database, moderatorId, hashes);
  }
  const stored = await findSecondFactor(world.database, moderatorId);
  if (!stored) return false;
  const step = findStep(open(world, moderatorId, stored.sealedSecret), code, world.now());
  return step !== undefined && takeStep(world.database, moderatorId, step);
}

function open(world: World, moderatorId: string, sealedSecret: string): Uint8Array {
  const key = unseal(world, moderatorId, sealedSecret);
  if (key) return key;
  throw new Problem('conflict', {
    vi: 'Khóa bí mật của dịch vụ đã đổi nên mã này không dùng được nữa. Vui lòng nhờ người vận hành đặt lại xác thực hai lớp.',
    en: 'The secret of this service has changed, so no code works. Please ask its operator to reset your second factor.',
  });
}

/** Apps show codes in groups, and some keyboards write wide digits. */
function compact(code: string): string {
  return alike(code).replace(/\s/g, '');
}

function codeRequired(): Problem {
  return problemOfCode('required', {
    vi: 'Vui lòng nhập mã xác thực.',
    en: 'Please give the code of your authenticator app.',
  });
}

function wrongCode(): Problem {
  return problemOfCode('wrong', {
    vi: 'Mã không đúng, đã hết hạn hoặc đã được dùng. Vui lòng nhập mã mới nhất.',
    en: 'The code is wrong, has expired, or was used. Please give the latest one.',
  });
}

function problemOfCode(code: 'required' | 'wrong', message: Problem['detail']): Problem {
  return new Problem('unauthenticated', message, { errors: [{ field: 'code', code, message }] });
}

function changedElsewhere(): Problem {
  return new Problem('conflict', {
    vi: 'Xác thực hai lớp vừa được thay đổi ở nơi khác. Vui lòng xem lại.',
    en: 'The second factor was just changed elsewhere. Please look again.',
  });
}
