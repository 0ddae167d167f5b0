import type { Finding } from './finding.ts';

export interface Submission {
  author: string;
  body: string;
}

/** What this sender and this text did lately; gathered by the caller, 0 when unknown, this comment not counted. */
export interface Facts {
  senderLastMinute: number;
  senderLastHour: number;
  /** Comments with the same text on any article of the site in the last 24 hours, whoever sent them. */
  sameTextLastDay: number;
  sameTextBySenderLastHour: number;
}

/** A finding before `screen` signs it with the rule's name. */
export interface Judgement extends Omit<Finding, 'rule'> {
  /** 0..1, how strongly this says that a moderator will not publish the comment. */
  weight: number;
}

export interface Rule {
  name: string;
  judge(submission: Submission, facts: Facts): Judgement[];
}

/** How often one rule points at the same fault: a moderator needs no more, and a flood must not fill the database. */
export const mostSpans = 20;
