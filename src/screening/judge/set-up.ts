import { z } from 'zod';
import type { By } from '../../acts/act.ts';
import type { Finding } from '../../filter/finding.ts';
import { newSecret } from '../../notices/channel.ts';
import { type Reach, targetOf } from '../../notices/channels/target.ts';
import { type FieldError, invalidFields, Problem } from '../../problem.ts';
import type { Site, SiteSettings } from '../../sites/site.ts';
import { noteAct } from '../../store/acts/note.ts';
import { actBy, recordAct } from '../../store/acts/record.ts';
import { dropJudgeKeys, storeJudgeKey } from '../../store/filter/judge-keys.ts';
import { dayMs } from '../../world/clock.ts';
import { randomToken } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import { type Answered, askJudge } from './ask.ts';
import { type Failure, failureMessage } from './failure.ts';
import { findingsOf } from './judge.ts';
import { keyKindOf, keyOf, openKeys, sealKey } from './keys.ts';

type SettingUp = Pick<World, 'database' | 'now' | 'random' | 'secret'>;

/** Both secrets sign for so long, so that whoever is asked may change to the new one when it suits. */
const rotationMs = dayMs;
const shownLength = 4;

/** What a key of somebody else's looks like: it is to stand in a header. */
export const apiKey = z
  .string()
  .trim()
  .regex(/^[!-~]{8,500}$/)
  .describe('an API key takes 8 to 500 letters, digits and signs, without blanks');

/** What is wrong with the address of a judge among changed settings. */
export function judgeMistakes({ 'judge-url': url = '' }: Partial<SiteSettings>, reach: Reach): FieldError[] {
  if (url === '' || targetOf(url, reach)) return [];
  const message = {
    vi: 'Địa chỉ phải bắt đầu bằng https:// và dẫn ra mạng công cộng, không kèm tên đăng nhập. Máy chủ trong mạng riêng thì người vận hành ghi vào JUDGE_ADDRESSES.',
    en: 'The address must begin with https:// and lead to the public network, without a user name. A server of the own network is for the operator to name in JUDGE_ADDRESSES.',
  };
  return [{ field: 'judge-url', code: 'not-outside', message }];
}

export function refuseJudge(settings: Partial<SiteSettings>, reach: Reach): void {
  const mistakes = judgeMistakes(settings, reach);
  if (mistakes.length > 0) throw invalidFields(mistakes);
}

/** How a site's judge stands. */
export interface JudgeStanding {
  /** The key as a person knows it; null where there is none. */
  key: { shown: string; createdAt: number; fits: boolean } | null;
  /** Why it is left alone for now, in words. */
  failing: Finding['message'] | null;
}

export async function judgeStanding(
  world: Pick<World, 'database' | 'secret' | 'now' | 'judges'>,
  site: Site,
): Promise<JudgeStanding> {
  const key = await keyOf(world, site);
  const fits = (await openKeys(world, site)) !== undefined;
  const failing = world.judges?.circuit.failing(site);
  return {
    key: key ? { shown: key.shown, createdAt: key.createdAt, fits } : null,
    failing: failing ? failureMessage(failing) : null,
  };
}

/** A new secret that signs what the site's judge is asked, told this once; the one before signs too for a day. */
export async function renewSecret(world: SettingUp, site: Site, by: By): Promise<string> {
  const secret = newSecret(world);
  await store(world, site, by, { kind: 'secret', text: secret });
  return secret;
}

/** Keeps the key that the site has at its judge's, for the host that its address names now; never told again. */
export async function keepApiKey(world: SettingUp, site: Site, by: By, typed: string): Promise<void> {
  if (keyKindOf(site) !== 'api-key' || site['judge-url'] === '') throw takesNone();
  const { data: text } = apiKey.safeParse(typed);
  if (text === undefined) throw invalidFields([notKey]);
  await store(world, site, by, { kind: 'api-key', text });
}

async function store(
  world: SettingUp,
  site: Site,
  by: By,
  { kind, text }: { kind: 'secret' | 'api-key'; text: string },
): Promise<void> {
  const act = actBy(world, by);
  const shown = `…${text.slice(-shownLength)}`;
  await storeJudgeKey(
    world.database,
    {
      ...{ site: site.id, kind, shown, createdAt: act.createdAt },
      ...{ sealed: sealKey(world, site, kind, text), oldUntil: act.createdAt + rotationMs },
    },
    recordAct(act, { kind: 'judge-key', site: site.id, details: { judgeKey: shown } }),
  );
}

/** Forgets the keys of a site's judge. */
export async function removeKeys(world: SettingUp, site: Site, by: By): Promise<void> {
  const act = recordAct(actBy(world, by), { kind: 'judge-key-remove', site: site.id });
  await dropJudgeKeys(world.database, site.id, act);
}

/** What came of a question that an owner asked. */
export interface Tried {
  verdict: 'pass' | 'hold' | 'failed';
  risk: number | null;
  ms: number | null;
  findings: Finding[];
  failure: Failure | null;
}

export const sampleBody = 'Bài viết rất hữu ích, cảm ơn tòa soạn.';

/** Asks the site's judge about a sentence, by an act, also where it is left alone for now. Throws `conflict` where there is none. */
export async function tryJudge(
  world: SettingUp & Pick<World, 'judges'>,
  site: Site,
  by: By,
  body = sampleBody,
): Promise<Tried> {
  if (site['judge-url'] === '') throw noJudge();
  await noteAct(world.database, actBy(world, by), { kind: 'judge-test', site: site.id });
  const article = { key: '/thu-bo-loc-ngoai', title: 'Thử bộ lọc ngoài' };
  const asked = {
    ...{ id: randomToken(world.random), site: site.id, article },
    author: 'Nguyễn Thị Hòa',
    body,
  };
  const answered = await askJudge(world, site, { version: 1, ...asked }, { anyway: true });
  return { ...triedOf(answered), ms: answered.ms, findings: findingsOf(answered, body) };
}

function triedOf(answered: Answered): Pick<Tried, 'verdict' | 'risk' | 'failure'> {
  if ('failure' in answered) return { verdict: 'failed', risk: null, failure: answered.failure };
  const { holds, risk } = answered.said;
  return { verdict: holds ? 'hold' : 'pass', risk, failure: null };
}

function noJudge(): Problem {
  return new Problem('conflict', {
    vi: 'Trang này chưa có bộ lọc ngoài: hãy điền địa chỉ ở trang cài đặt.',
    en: 'This site has no outside judge: give its address among the settings.',
  });
}

function takesNone(): Problem {
  return new Problem('conflict', {
    vi: 'Bộ lọc ngoài của trang không dùng khóa API, hoặc chưa có địa chỉ.',
    en: 'The outside judge of this site takes no API key, or has no address yet.',
  });
}

const notKey: FieldError = {
  field: 'key',
  code: 'unknown',
  message: {
    vi: 'Khóa API gồm 8 đến 500 chữ cái không dấu, chữ số và ký hiệu, không có dấu cách.',
    en: 'An API key is 8 to 500 letters, digits and signs, without blanks.',
  },
};
