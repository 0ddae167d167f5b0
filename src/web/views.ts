import type { QueuedComment, State } from '../comments/comment.ts';
import type { Counts } from '../filter/model/local.ts';
import type { Language, Sentence } from '../language/language.ts';
import type { Moderator } from '../moderators/moderator.ts';
import type { FieldError } from '../problem.ts';
import type { Quality } from '../screening/quality.ts';
import type { Trial } from '../screening/trial.ts';
import type { Site } from '../sites/site.ts';
import type { Appeal } from '../store/comments/appeals.ts';
import type { Original } from '../store/comments/originals.ts';
import type { WordChoice } from '../store/filter/site-words.ts';
import type { LoggedDecision } from '../store/queue/decision-log.ts';
import type { Tab } from '../store/queue/queue-filter.ts';
import type { Keys } from './desk/keys.ts';
import type { Asked } from './queue/address.ts';
import type { ToldAct } from './queue/newsroom/act-notice.ts';

/** What a receipt shows. */
export interface ReceiptView {
  site: Site;
  id: string;
  receipt: string;
  /** The whole address of the page. */
  address: string;
  state: State;
  reason: string | null;
  author: string;
  body: string;
  createdAt: number;
  /** When a moderator decided that it stands so. */
  decidedAt: number | null;
  articleTitle: string;
  articlePage: string;
  /** Where it is published. */
  commentPage: string | null;
  original: Original | null;
  erased: boolean;
  appeal: Appeal | null;
  /** The appeal as it was typed, and what was wrong with it. */
  form: { text: string; errors: readonly FieldError[]; failure: string | null };
}

/** What every page of the queue knows. */
export interface QueueContext {
  moderator: Moderator;
  sites: readonly Site[];
  /** What narrows and orders the queue. */
  asked: Asked;
  now: number;
  /** Makes the key of each form that answers a comment. */
  replyKey: string;
  mostPicksShown: number;
  /** The reply or the pick that was just made, to be told and taken back. */
  told: ToldAct | null;
}

export interface QueueView extends QueueContext {
  counts: Readonly<Record<Tab, number>>;
  comments: readonly QueuedComment[];
  nextCursor: string | null;
  tab: Tab;
  sort: 'oldest' | 'newest' | 'risk';
  /** Whether this is not the first page. */
  continued: boolean;
  /** The decision that has just been taken, to be told and undone. */
  decided: LoggedDecision | null;
  /** Comments that someone else decided first: where they now stand and who did it. */
  conflicts: readonly QueuedComment[];
  keys: Keys;
}

export interface FilterView {
  moderator: Moderator;
  site: Site;
  sites: readonly Site[];
  words: WordChoice;
  /** The marks of the site's words when the moderator began to change them, where the form told. */
  shown: string | undefined;
  /** What other words would have done, where the moderator tried some. */
  trial: Trial | null;
  /** What is wrong with the words that were typed. */
  mistakes: readonly Sentence[];
  saved: boolean;
  lessons: Counts;
  /** Null before enough was decided. */
  quality: Quality | null;
}

export interface SignInView {
  language: Language;
  name: string;
  failure: string | null;
  /** Whether there is nobody yet who could sign in. */
  awaitsOwner: boolean;
  /** Where the sign-in leads. */
  place: string;
  ways: { passwords: boolean; provider: boolean };
  /** What was typed into a form that could not be taken without a session. */
  typed: readonly { label: string; text: string }[];
}

export interface SetupView {
  language: Language;
  /** Where the form posts: the one-time link itself. */
  action: string;
  name: string;
  errors: readonly FieldError[];
}

export interface ProblemView {
  language: Language;
  title: string;
  detail: string;
  /** What was typed into the form that was refused. */
  typed?: readonly { label: string; text: string }[];
}
