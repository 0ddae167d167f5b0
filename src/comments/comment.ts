import type { ChallengeAnswer } from '../captcha/redeem.ts';
import type { Finding } from '../filter/finding.ts';
import type { Moderation } from '../sites/site.ts';
import { digest, shortened } from '../world/hash.ts';

export const states = ['pending', 'published', 'rejected', 'spam', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** What a reader sends, its form already checked. */
export interface NewComment {
  article: { key: string; title?: string | undefined; url?: string | undefined };
  author: string;
  email?: string | undefined;
  body: string;
  parentId?: string | undefined;
  challenge?: ChallengeAnswer | undefined;
  /** Whether its author agrees to the notice, and the version of it that they saw, where that is told. */
  consent?: boolean | undefined;
  notice?: string | undefined;
  /** Whether its author wants to be told by mail what becomes of it. */
  notify?: boolean | undefined;
}

export const badges = ['newsroom', 'author', 'guest', 'verified'] as const;
/** Whose voice a comment is, where it is not just any reader's. */
export type Badge = (typeof badges)[number];

/** What anyone may see of a published comment. */
export interface PublicComment {
  id: string;
  /** Null also where what it answers is no longer public: `parent` tells. */
  parentId: string | null;
  author: string;
  body: string;
  createdAt: number;
  badge: Badge | null;
  likes: number;
  pick: boolean;
  /** Published answers: all of its branch where it begins one, else those to itself. */
  replyCount: number;
  parent: Answered | null;
}

/** What a comment answers, as far as it is public. */
export type Answered = { id: string; author: string } | { gone: true };

/** What a moderator sees of a comment. */
export interface QueuedComment {
  id: string;
  version: number;
  site: string;
  /** By what everyone may know of it, else by what the comment says. */
  article: {
    key: string;
    title: string;
    url: string;
    open: boolean;
    /** Null where it is moderated as its site is. */
    moderation: Moderation | null;
  };
  /** What the comment says of its article, where nobody else does. */
  articleAsSent: { title: string; url: string } | null;
  author: string;
  body: string;
  state: State;
  badge: Badge | null;
  /** Whether the newsroom picked it. */
  pick: boolean;
  /** Whether it waits apart from what else is pending. */
  apart: boolean;
  /** How and when its author took it back, while what was reported of it is kept. */
  takenBack: { how: 'withdrawn' | 'erased'; at: number } | null;
  risk: number;
  createdAt: number;
  findings: Finding[];
  /** The comment that it answers. */
  parent: { id: string; author: string; body: string } | null;
  /** Whom the sender's address hashes to, and what else came from there. */
  sender: SenderHistory & { id: string };
  /** How many others are near-equal, counted up to a hundred. */
  alike: number;
  /** What readers reported of it and nobody has settled. */
  reports: Report[];
  /** Why its author asked for another look. */
  appeal: { text: string; at: number } | null;
  /** Whether it was published at once since its author was trusted, and a moderator has looked at it since. */
  trusted: 'unreviewed' | 'reviewed' | null;
  /** What it was before a moderator changed it. */
  edited: EditedComment | null;
  /** Who looks at it just now, or last did. */
  claimedBy: { id: string; name: string; until: number } | null;
  /** The last decision about it that stands in the log, if any. */
  decided: LastDecision | null;
}

export interface SenderHistory {
  published: number;
  rejected: number;
  spam: number;
  /** When the first of what is known came from there. */
  since: number | null;
  blockedUntil: number | null;
  /** Whose comments all wait for a moderator: who said so, and why. */
  held: { by: string; reason: string; at: number } | null;
  /** What moderators noted for each other, the latest first. */
  notes: SenderNote[];
}

export interface SenderNote {
  id: string;
  text: string;
  by: string;
  at: number;
}

export interface Report {
  reason: 'insult' | 'spam' | 'false' | 'private' | 'other';
  details: string;
  at: number;
}

export interface EditedComment {
  author: string;
  body: string;
  by: string;
  at: number;
}

export interface LastDecision {
  id: string;
  by: string;
  action: Action | 'undo';
  reason: string | null;
  note: string | null;
  at: number;
}

export const actions = ['publish', 'reject', 'spam', 'restore'] as const;
export type Action = (typeof actions)[number];

/** The state that an action leads to. */
export const outcomeOf: Readonly<Record<Action, State>> = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  restore: 'pending',
};

/** What a reader or a moderator wrote, as it is stored. */
export function composeWords(given: { author: string; body: string }): { author: string; body: string } {
  return {
    author: given.author.replace(/\s+/g, ' ').normalize('NFC').trim(),
    body: composeText(given.body),
  };
}

/**
 * Vietnamese may be typed decomposed; it is stored composed, with lines ended by one character, and without the empty
 * lines around it. How far each line is set in is the author's: verse and code are nothing without it.
 */
export function composeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trimEnd()
    .replace(/^\s*\n/, '');
}

/** No comment is taken without words: one that has none has lost them for good. */
export function isErased({ author, body }: { author: string; body: string }): boolean {
  return author === '' && body === '';
}

/** Characters as a reader counts them: code points of the composed form. */
export function countCharacters(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Equal for texts that read the same to a person in a hurry. */
export function fingerprintOf(body: string): string {
  const read = body
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return shortened(digest(read));
}
