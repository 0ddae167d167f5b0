import type { PublicArticle } from '../../articles/article.ts';
import type { Branch } from '../../comments/branches.ts';
import type { PublicComment, State } from '../../comments/comment.ts';
import type { ReportReason } from '../../comments/report.ts';
import type { Language } from '../../language/language.ts';
import type { FieldError } from '../../problem.ts';
import type { KnownReader } from '../../readers/token.ts';
import type { Notice } from '../../sites/notice.ts';
import type { Site } from '../../sites/site.ts';
import type { Sort } from '../../store/comments/thread.ts';

/** The frame under an article. */
export interface ThreadView {
  site: Site;
  /** The article as the host page named it: what the form carries along. */
  host: { key: string; title: string; url: string; language: Language | undefined };
  article: PublicArticle;
  /** The address of the page that the frame is in, where that is one of the site's. */
  page: string | null;
  now: number;
  sort: Sort;
  /** Where this page begins, where it is not the first. */
  cursor: string | undefined;
  nextCursor: string | null;
  picks: readonly PublicComment[];
  branches: readonly BranchView[];
  /** The branch that is shown wholly, by one of its comments. */
  branch: string | undefined;
  /** What the site tells who writes, if anything. */
  notice: Notice | null;
  /** Whether readers may ask to be told by mail. */
  mail: boolean;
  /** Whom the site vouches for, where the page is for them. */
  reader: KnownReader | null;
  /** Of what is shown, what they like. */
  likedByReader: ReadonlySet<string>;
  /** Where strangers sign in; empty where there is nothing to be told of that. */
  signIn: string;
  /** Whether comments may be answered. */
  answerable: boolean;
  /** The form for a comment: on top, or under what it answers. */
  form: FormView;
  report: ReportView;
  /** The comment that was just liked. */
  liked: string | undefined;
  /** Set right after sending. */
  sent: OwnComment | null;
  /** Whether its author asked to be told by mail. */
  isSentFollowed: boolean;
}

export interface BranchView extends Branch {
  /** Whether some of its answers stand before those that are shown. */
  goesBefore: boolean;
  /** Whether more than its first answers are shown, as far as they fit a page. */
  isLong: boolean;
}

/** A form, with what was typed and what was wrong with it. */
export interface FormView {
  author: string;
  email: string;
  body: string;
  consent: boolean;
  notify: boolean;
  /** The comment that is answered. */
  parent: PublicComment | null;
  errors: readonly FieldError[];
  /** What is wrong with the whole, not with a field. */
  failure: string | null;
  /** Why the page is a stranger's, where a token came that is wrong or old. */
  ended: string | null;
  /** What is told in place of the form to who may not write; null where they may. */
  closedTo: string | null;
  /** Null where nothing is to be met. */
  captcha: CaptchaView | null;
  idempotencyKey: string;
  /** What was cleared just now and can be had back. */
  cleared: { author: string; email: string; body: string } | null;
}

export interface CaptchaView {
  id: string;
  /** How long one lives, from its beginning. */
  livesMs: number;
  /** The address of the picture. */
  source: string;
  width: number;
  height: number;
  /** The address of the spoken characters, where the site offers them. */
  audio: string | null;
  /** Whether a device may work at it instead. */
  work: boolean;
  /** What met it already, where only something else was wrong. */
  answer: string;
  proofOfWork: string;
}

/** A reader's report of one comment: to be written, or just sent. */
export interface ReportView {
  /** The comment under which it is open; null where none is. */
  open: PublicComment | null;
  reason: ReportReason | '';
  details: string;
  errors: readonly FieldError[];
  failure: string | null;
  /** The comment that was just reported. */
  sent: string | undefined;
}

/** A reader's own comment, as its receipt shows it. */
export interface OwnComment {
  id: string;
  receipt: string;
  state: State;
  author: string;
  body: string;
  createdAt: number;
  /** The comment that it answers. */
  parentId: string | null;
}
