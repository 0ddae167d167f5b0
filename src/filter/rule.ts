import type { Finding } from './finding.ts';
import type { Fault } from './model/score.ts';
import type { Opinion } from './opinion.ts';
import type { Voice } from './own/voice.ts';
import type { Reading } from './reading.ts';
import type { ReservedNames } from './reserved-names.ts';
import type { SiteWords } from './site-words.ts';

export interface Submission {
  author: string;
  body: string;
}

/** The same, read once for all that look at it. */
export interface Texts {
  author: Reading;
  body: Reading;
}

/** What a rule judges. */
export interface Read extends Texts {
  /** What was learned says of the body, worked out at the first call. */
  opinion: () => Opinion;
}

/** Whether swearing that attacks nobody is held, or only raises the risk. */
export type Swearing = 'hold' | 'allow-unaimed';

export type Thresholds = Readonly<Record<Fault, number>>;

/** How a site has tuned and taught its filter. */
export interface Tuning extends SiteWords {
  /** The probabilities by the shipped models from which a comment is held. */
  holdAt: Thresholds;
  /** The site's own model; null where it does not speak. */
  own: Voice | null;
  names: ReservedNames;
  swearing: Swearing;
}

/** What this sender and this text did lately; gathered by the caller, 0 when unknown, this comment not counted. */
export interface Facts {
  senderLastMinute: number;
  senderLastHour: number;
  /** Comments with the same text on any article of the site in the last 24 hours, whoever sent them. */
  sameTextLastDay: number;
  sameTextBySenderLastHour: number;
  /** How the captcha was met without its picture, where that is a reason to look; null where it is none. */
  metUnseen: 'audio' | 'work' | null;
  /** Comments of the last 24 hours that differ from this one in some words only. */
  nearTextLastDay: number;
}

/** A finding before `screen` signs it with the rule's name. */
export interface Judgement extends Omit<Finding, 'rule'> {
  /** 0..1, how strongly this says that a moderator will not publish the comment. */
  weight: number;
  /** The site lets these words pass: nor does what was learned hold a comment for them. */
  spared?: true;
}

export interface Rule {
  name: string;
  /** It judges how a comment was sent, not what it says: the two are weighed apart. */
  judgesSending?: true;
  judge(read: Read, facts: Facts, site: Tuning): Judgement[];
}

/** How often one rule points at the same fault: a moderator needs no more, and a flood must not fill the database. */
export const mostSpans = 20;
