import type { QueuedComment, State } from '../comments/comment.ts';
import type { Language, Sentence } from '../language/language.ts';
import type { Moderator } from '../moderators/moderator.ts';
import type { FieldError, Problem } from '../problem.ts';
import type { JudgeWorth } from '../screening/judge/worth.ts';
import type { OwnStanding } from '../screening/own-model.ts';
import type { Quality } from '../screening/quality.ts';
import type { Trial } from '../screening/trial.ts';
import type { Site } from '../sites/site.ts';
import type { Appeal } from '../store/comments/appeals.ts';
import type { Consent } from '../store/comments/consents.ts';
import type { Original } from '../store/comments/originals.ts';
import type { WordChoice } from '../store/filter/site-words.ts';
import type { Around } from '../store/queue/around.ts';
import type { LoggedDecision } from '../store/queue/decision-log.ts';
import type { LastChange } from '../store/queue/last-changes.ts';
import type { Tab } from '../store/queue/queue-filter.ts';
import type { Today } from '../store/queue/today.ts';
import type { Keys } from './desk/keys.ts';
import type { Html } from './layout.ts';
import type { Asked } from './queue/address.ts';
import type { ToldAct } from './queue/newsroom/act-notice.ts';
import type { ReplyDraft } from './queue/newsroom/reply-form.ts';
import type { ShownView } from './queue/views/view-count.ts';

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
  /** Whether its author is told by mail; null where that cannot be. */
  followed: boolean | null;
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
  keys: Keys;
  /** Makes the key of each form that answers a comment. */
  replyKey: string;
  mostPicksShown: number;
  /** The reply or the pick that was just made, to be told and taken back. */
  told: ToldAct | null;
  /** The decision that has just been taken, to be told and undone. */
  decided: LoggedDecision | null;
  /** Whether the comment has the page to itself. */
  alone: boolean;
}

/** What a comment is shown with where it is shown whole. */
export interface PaneContext extends QueueContext {
  /** Where it stands in the list, as far as that is at hand, and which are beside it; null where it is in none. */
  place: { nth?: `${number}/${number}`; before: string | undefined; after: string | undefined } | null;
  /** The conversation that it is in; null where it is not asked for. */
  around: Around | null;
  /** What the authors agreed to, where they were asked, by comment. */
  consents: ReadonlyMap<string, Consent>;
  /** What is to be said of it first. */
  notice: Html | '';
  /** An edit that was not taken, with what was typed. */
  failed: { problem: Problem; author: string | undefined; body: string | undefined } | null;
  /** What was typed for a decision that was not taken. */
  said: { reason: string; note: string } | null;
  /** A reply that was not taken, with what was typed. */
  draft: ReplyDraft | null;
  /** Who was faster, where anything was not taken for that. */
  overtaken: LastChange | null;
}

export interface QueueView extends PaneContext {
  counts: Readonly<Record<Tab, number>>;
  comments: readonly QueuedComment[];
  /** The one that is shown whole. */
  chosen: QueuedComment | undefined;
  nextCursor: string | null;
  tab: Tab;
  sort: 'oldest' | 'newest' | 'risk';
  /** Whether this is not the first page. */
  continued: boolean;
  /** Comments that someone else decided first: where they now stand and who did it. */
  conflicts: readonly QueuedComment[];
  /** The saved views. */
  views: readonly ShownView[];
  /** What was done today, where nothing waits any more. */
  today: Today | null;
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
  /** Which model speaks on the site, and why; null where it has none of its own. */
  standing: OwnStanding | null;
  /** Null before enough was decided. */
  quality: Quality | null;
  /** How often its judge outside was right; null where none was asked about what was decided. */
  judged: JudgeWorth | null;
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
  typed: readonly { name: string; label: string; text: string }[];
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
