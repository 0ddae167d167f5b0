import type { Selectable } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { Finding } from '../../filter/finding.ts';
import type { Role } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { MovedAnswer, MovedMailbox } from './mailbox-rows.ts';
import type { MovedHold, MovedNote, MovedReport } from './sender-rows.ts';

type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;
type Lesson = Row<'comments'>['lesson'];

/** What is moved from one database to another, by kind; what refers to another kind names it as that kind does. */
export interface Moved {
  site: { id: string; settings: Omit<Site, 'id'>; version: number; erasedUntil: number; createdAt: number };
  word: { site: string; word: string; effect: 'hold' | 'pass'; createdAt: number };
  moderator: {
    id: string;
    name: string;
    password: string;
    role: Role;
    everywhere: boolean;
    sites: string[];
    language: 'vi' | 'en';
    keys: string | null;
    disabledAt: number | null;
    createdAt: number;
  };
  article: {
    site: string;
    key: string;
    title: string;
    url: string;
    open: boolean;
    moderation: Row<'articles'>['moderation'];
    /** The site's own word, which `title` and `url` follow where it has any. */
    saidTitle: string;
    saidUrl: string;
    saidBy: string | null;
    saidAt: number | null;
    announcedAt: number | null;
    count: number;
    version: number;
    createdAt: number;
  };
  alias: { site: string; key: string; of: string };
  comment: {
    id: string;
    site: string;
    article: string;
    parentId: string | null;
    author: string;
    email: string | null;
    body: string;
    state: Row<'comments'>['state'];
    version: number;
    risk: number;
    shippedRisk: number | null;
    learnedRisk: number | null;
    /** What the site's judge outside said as it came, and after how many milliseconds. */
    judgeVerdict: Row<'comments'>['judge_verdict'];
    judgeMs: number | null;
    sender: string;
    fingerprint: string;
    sketch: string;
    lesson: Lesson;
    hasLinks: boolean;
    articleTitle: string;
    articleUrl: string;
    apart: boolean;
    appeal: string | null;
    appealedAt: number | null;
    badge: Row<'comments'>['badge'];
    /** How many there are, also of those whose readers were let go: rows of the kind `like` are the others. */
    likes: number;
    pickedAt: number | null;
    consent: string | null;
    /** Whether it was published at once since its author was trusted, and the decision that reviewed it since. */
    trusted: boolean;
    reviewedBy: string | null;
    /** Where its author is told of it, by a hash of that address; null where they are not. */
    mailbox: string | null;
    createdAt: number;
    findings: MovedFinding[];
  };
  notice: {
    site: string;
    version: string;
    text: string;
    privacyUrl: string;
    agreement: string;
    since: number;
  };
  mailbox: MovedMailbox;
  'mailbox-answer': MovedAnswer;
  evidence: { comment: string; author: string; body: string; takenBackAt: number };
  edit: {
    id: string;
    comment: string;
    moderator: string;
    authorBefore: string;
    bodyBefore: string;
    createdAt: number;
  };
  decision: {
    id: string;
    moderator: string;
    action: Row<'decisions'>['action'];
    undoes: string | null;
    reason: string | null;
    note: string | null;
    filter: string | null;
    createdAt: number;
    access: Row<'decisions'>['access'];
  };
  decided: {
    decision: string;
    comment: string;
    version: number;
    from: Row<'comments'>['state'];
    to: Row<'comments'>['state'];
    fromLesson: Lesson;
    toLesson: Lesson;
  };
  report: MovedReport;
  like: { comment: string; sender: string; createdAt: number };
  act: {
    id: string;
    act: Row<'acts'>['kind'];
    site: string | null;
    moderator: string | null;
    undoes: string | null;
    details: string;
    createdAt: number;
    endedAt: number | null;
    access: Row<'acts'>['access'];
    account: string | null;
  };
  'moved-article': {
    act: string;
    position: number;
    from: string;
    to: string;
    alias: boolean;
    state: Row<'moved_articles'>['state'];
    site: string | null;
    article: string | null;
    into: string | null;
    swapped: boolean;
  };
  'moved-comment': { act: string; comment: string; site: string; article: string };
  imported: { act: string; comment: string; source: string; sourceId: string };
  block: { site: string; sender: string; moderator: string; createdAt: number; expiresAt: number };
  'sender-note': MovedNote;
  'sender-hold': MovedHold;
  'sender-key': { site: string; key: string; createdAt: number };
}

export interface MovedFinding {
  rule: string;
  verdict: Finding['verdict'];
  message: Finding['message'];
  start: number | null;
  end: number | null;
}

export type Kind = keyof Moved;

/** In an order in which whatever is referred to comes first. */
export const kinds = [
  'site',
  'word',
  'moderator',
  'article',
  'alias',
  'notice',
  'mailbox',
  'mailbox-answer',
  'comment',
  'evidence',
  'edit',
  'decision',
  'decided',
  'report',
  'like',
  'act',
  'moved-article',
  'moved-comment',
  'imported',
  'block',
  'sender-note',
  'sender-hold',
  'sender-key',
] as const satisfies readonly Kind[];
