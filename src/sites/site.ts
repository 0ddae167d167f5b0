import { z } from 'zod';
import { languages } from '../language/language.ts';
import { readTyped } from '../language/typed.ts';
import { hourly, oneLine, origin, webAddress } from './shapes.ts';

export const siteId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** When comments of a site or of an article are published. */
export const moderations = ['hold-all', 'publish-clean', 'publish-trusted'] as const;
export type Moderation = (typeof moderations)[number];

/** How a site's judge outside is asked. */
export const judgeKinds = ['hook', 'openai-moderation', 'openai-chat'] as const;
export type JudgeKind = (typeof judgeKinds)[number];

const usualReasons = [
  'Ngôn từ xúc phạm hoặc thô tục',
  'Không liên quan đến bài viết',
  'Có thông tin cá nhân',
  'Có nội dung quảng cáo',
  'Thông tin chưa được kiểm chứng',
];

const learnedShare = '0 to 1, the learned probability from which a comment is held as';

/** Every setting of a site: what it takes, and its default. */
export const siteSettings = z.object({
  name: oneLine.describe('1 to 200 characters, on one line'),
  language: z
    .enum(languages)
    .default('vi')
    .describe(`one of ${languages.join(', ')}`),
  origins: z
    .array(origin)
    .max(50)
    .default([])
    .describe('addresses such as https://bao.example, without path or *, separated by commas'),
  moderation: z.enum(moderations).default('hold-all').describe('hold-all, publish-clean or publish-trusted'),
  'trusted-after': z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(3)
    .describe('published comments after which a known reader is trusted, 1 to 1000'),
  'first-held': z.coerce
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe('the first comments of everybody that always wait, 0 to 1000'),
  captcha: z
    .enum(['on', 'auto', 'picture', 'work', 'off'])
    .default('auto')
    .describe('on, auto, picture, work or off'),
  'work-held': z
    .enum(['on', 'off'])
    .default('off')
    .describe('on or off: whether what came in without the picture, by work or by ear, always waits'),
  pace: z.enum(['on', 'off']).default('on').describe('on or off: the rate limits'),
  'max-length': z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(2000)
    .describe('the most characters of a comment, 1 to 10000'),
  'close-after-days': z.coerce
    .number()
    .int()
    .min(0)
    .max(36_500)
    .default(0)
    .describe('days that an article takes comments after its first one, 0 for ever'),
  'article-per-hour': hourly
    .default(300)
    .describe('comments taken for an article in any hour, 0 without end'),
  'site-per-hour': hourly
    .default(1200)
    .describe('comments taken for all articles in any hour, 0 without end'),
  'hold-abuse-at': z.coerce.number().min(0).max(1).default(0.95).describe(`${learnedShare} abuse`),
  'hold-spam-at': z.coerce.number().min(0).max(1).default(0.6).describe(`${learnedShare} spam`),
  'hold-share': z.coerce
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe('the riskiest per cent of the comments that are held, 0 to 100'),
  swearing: z
    .enum(['hold', 'allow-unaimed'])
    .default('hold')
    .describe('hold, or allow-unaimed where it attacks nobody'),
  learning: z
    .enum(['on', 'off'])
    .default('on')
    .describe('on or off: whether decisions on this site teach its filter'),
  'retention-days': z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .describe('days that e-mail addresses and hashes of senders are kept, 1 to 3650'),
  'acts-retention-days': z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(3650)
    .describe('days that acts are kept, 1 to 36500'),
  'alert-waiting-count': z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(20)
    .describe('comments that may wait longer than alert-waiting-minutes, 0 to 1000000'),
  'alert-waiting-minutes': z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('minutes from which waiting is too long, 0 where nobody is to be told'),
  'reject-reasons': z
    .array(oneLine)
    .max(20)
    .default(usualReasons)
    .describe('up to 20 reasons of 1 to 200 characters, separated by semicolons'),
  'newsroom-name': oneLine
    .pipe(z.string().max(80))
    .default('Tòa soạn')
    .describe('1 to 80 characters, on one line'),
  'reserved-names': z
    .array(oneLine.pipe(z.string().max(80)))
    .max(200)
    .default([])
    .describe('up to 200 names of 1 to 80 characters, separated by semicolons'),
  'article-query': z
    .array(z.string().regex(/^[\w.~-]{1,64}$/))
    .max(20)
    .default([])
    .describe('up to 20 parameters of an address, as id, separated by commas'),
  likes: z.enum(['on', 'off']).default('on').describe('on or off: whether readers may like comments'),
  'reply-depth': z.coerce
    .number()
    .int()
    .min(0)
    .max(1)
    .default(1)
    .transform((depth) => (depth === 0 ? 0 : 1))
    .describe('visible levels of replies: 1, or 0 where none are taken'),
  notice: z
    .string()
    .overwrite(readTyped)
    .max(2000)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n]/u.test(text))
    .default('')
    .describe('up to 2000 characters: who keeps what a reader sends, why, how long, and whom to ask'),
  'privacy-url': webAddress.describe('the address of a page about privacy, or empty'),
  consent: z
    .enum(['off', 'notice', 'ask'])
    .default('off')
    .describe('off, notice (it is shown) or ask (with a box to be ticked)'),
  identity: z
    .enum(['off', 'offered', 'required'])
    .default('off')
    .describe('off, offered or required: whether the site may say who its readers are, or must'),
  'identity-url': webAddress.describe('the address of a page where readers sign in, or empty'),
  'identity-words': z
    .union([z.literal(''), oneLine.pipe(z.string().max(300))])
    .default('')
    .describe('up to 300 characters on one line, for who has not signed in, or empty'),
  'judge-url': webAddress.describe('the https address of a judge outside, or empty where there is none'),
  'judge-kind': z.enum(judgeKinds).default('hook').describe('hook, openai-moderation or openai-chat'),
  'judge-model': z
    .union([z.literal(''), oneLine])
    .default('')
    .describe('up to 200 characters on one line, the model that the judge is to take, or empty'),
});

export type SiteSettings = z.infer<typeof siteSettings>;
export type SiteSetting = keyof SiteSettings;
export interface Site extends SiteSettings {
  id: string;
}

export const siteSettingNames = siteSettings.keyof().options;

/** Whether the address is one of the site's own pages. */
export function isOnSite(site: Site, url: string): boolean {
  return URL.canParse(url) && site.origins.includes(new URL(url).origin);
}
