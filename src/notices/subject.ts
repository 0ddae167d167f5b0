import type { Action, State } from '../comments/comment.ts';
import type { Language } from '../language/language.ts';

/** What is told of the comment that an event is about: what its readers may see, and what its moderators know. */
export interface Subject {
  id: string;
  parentId: string | null;
  article: { key: string; title: string; url: string };
  author: string;
  body: string;
  state: State;
  risk: number;
  likes: number;
  reports: number;
  createdAt: number;
  reasons: readonly { rule: string; vi: string; en: string }[];
  decision: { id: string; action: Action | 'undo'; reason: string | null } | null;
}

/** How the queue of a site stands. */
export interface QueueStanding {
  waiting: number;
  highRisk: number;
  reported: number;
  appeals: number;
  /** When the comment came that has waited longest. */
  oldestAt: number | null;
}

/** The site whose events they are. */
export interface TellingSite {
  id: string;
  name: string;
  language: Language;
}
