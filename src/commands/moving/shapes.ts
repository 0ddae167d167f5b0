import { z } from 'zod';
import { accesses, actKinds } from '../../acts/act.ts';
import { canonicalKey } from '../../articles/key.ts';
import { badges, states } from '../../comments/comment.ts';
import { languages } from '../../language/language.ts';
import { roles } from '../../moderators/moderator.ts';
import { moderations, siteId, siteSettings } from '../../sites/site.ts';
import type { Kind, Moved } from '../../store/moved/rows.ts';
import { shortened } from '../../world/hash.ts';
import { asNamedToday } from '../../world/networks.ts';

const time = z.iso.datetime().transform((text) => Date.parse(text));
const text = z.string();
/** Of an older export it may not have had its one form yet. */
const key = text.transform(canonicalKey);
/** Of an older export they may be longer. */
const sender = text.transform(asNamedToday);
const count = z.number().int();
const share = z.number().min(0).max(1);
const lesson = z.enum(['publish', 'reject', 'spam']).nullable();
const state = z.enum(states);
const access = z.enum(accesses).nullable();
const ofSender = { id: text, site: siteId, sender, moderator: text, createdAt: time };

const finding = z.strictObject({
  rule: text,
  verdict: z.enum(['pass', 'hold', 'refuse']),
  message: z.strictObject({ vi: text, en: text }),
  start: count.nullable(),
  end: count.nullable(),
});

/** What a line of each kind says beside its kind. */
export const shapes: { [One in Kind]: z.ZodType<Moved[One]> } = {
  site: z.strictObject({
    id: siteId,
    settings: siteSettings,
    version: count,
    erasedUntil: time,
    createdAt: time,
  }),
  word: z.strictObject({ site: siteId, word: text, effect: z.enum(['hold', 'pass']), createdAt: time }),
  moderator: z.strictObject({
    id: text,
    name: text,
    password: text,
    role: z.enum(roles),
    everywhere: z.boolean(),
    sites: z.array(siteId),
    language: z.enum(languages),
    keys: text.nullable(),
    disabledAt: time.nullable(),
    createdAt: time,
  }),
  article: z.strictObject({
    site: siteId,
    key,
    title: text,
    url: text,
    open: z.boolean(),
    moderation: z.enum(moderations).nullable().default(null),
    saidTitle: text.default(''),
    saidUrl: text.default(''),
    saidBy: text.nullable().default(null),
    saidAt: time.nullable().default(null),
    announcedAt: time.nullable().default(null),
    count,
    version: count,
    createdAt: time,
  }),
  alias: z.strictObject({ site: siteId, key: text, of: text }),
  notice: z.strictObject({
    site: siteId,
    version: text,
    text,
    privacyUrl: text,
    agreement: text,
    since: time,
  }),
  comment: z.strictObject({
    id: text,
    site: siteId,
    article: key,
    parentId: text.nullable(),
    author: text,
    email: text.nullable(),
    body: text,
    state,
    version: count,
    risk: share,
    shippedRisk: share.nullable(),
    learnedRisk: share.nullable(),
    judgeVerdict: z.enum(['pass', 'hold', 'failed']).nullable().default(null),
    judgeMs: count.min(0).nullable().default(null),
    sender,
    fingerprint: text.transform(shortened),
    sketch: text,
    lesson,
    /** Of an older export: what the filter had counted of it. */
    learned: lesson.optional(),
    hasLinks: z.boolean(),
    articleTitle: text.default(''),
    articleUrl: text.default(''),
    apart: z.boolean().default(false),
    appeal: text.nullable(),
    appealedAt: time.nullable(),
    badge: z.enum(badges).nullable().default(null),
    likes: count.min(0).default(0),
    pickedAt: time.nullable().default(null),
    consent: text.nullable().default(null),
    trusted: z.boolean().default(false),
    reviewedBy: text.nullable().default(null),
    mailbox: text.nullable().default(null),
    createdAt: time,
    findings: z.array(finding),
  }),
  mailbox: z.strictObject({ mailbox: text, askedAt: time, refusedAt: time.nullable() }),
  'mailbox-answer': z.strictObject({
    site: siteId,
    mailbox: text,
    answer: z.enum(['yes', 'no']),
    answeredAt: time,
  }),
  evidence: z.strictObject({ comment: text, author: text, body: text, takenBackAt: time }),
  edit: z.strictObject({
    id: text,
    comment: text,
    moderator: text,
    authorBefore: text,
    bodyBefore: text,
    createdAt: time,
  }),
  decision: z.strictObject({
    id: text,
    moderator: text,
    action: z.enum(['publish', 'reject', 'spam', 'restore', 'undo']),
    undoes: text.nullable(),
    reason: text.nullable(),
    note: text.nullable(),
    filter: text.nullable(),
    createdAt: time,
    access: access.default(null),
  }),
  decided: z.strictObject({
    decision: text,
    comment: text,
    version: count,
    from: state,
    to: state,
    fromLesson: lesson,
    toLesson: lesson,
  }),
  report: z.strictObject({
    comment: text,
    sender,
    reason: z.enum(['insult', 'spam', 'false', 'private', 'other']),
    details: text,
    settledBy: text.nullable(),
    createdAt: time,
  }),
  like: z.strictObject({ comment: text, sender, createdAt: time }),
  act: z.strictObject({
    id: text,
    act: z.enum(actKinds),
    site: siteId.nullable(),
    moderator: text.nullable(),
    undoes: text.nullable(),
    details: text,
    createdAt: time,
    endedAt: time.nullable(),
    access: access.default(null),
    account: text.nullable().default(null),
  }),
  'moved-article': z.strictObject({
    act: text,
    position: count,
    from: text,
    to: text,
    alias: z.boolean(),
    state: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    site: siteId.nullable(),
    article: text.nullable(),
    into: text.nullable(),
    swapped: z.boolean(),
  }),
  'moved-comment': z.strictObject({ act: text, comment: text, site: siteId, article: text }),
  imported: z.strictObject({ act: text, comment: text, source: text, sourceId: text }),
  block: z.strictObject({ site: siteId, sender, moderator: text, createdAt: time, expiresAt: time }),
  'sender-note': z.strictObject({ ...ofSender, text }),
  'sender-hold': z.strictObject({ ...ofSender, reason: text, releasedBy: text.nullable() }),
  'sender-key': z.strictObject({ site: siteId, key: text, createdAt: time }),
};
