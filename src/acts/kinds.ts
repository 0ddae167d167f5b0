import type { Action } from '../comments/comment.ts';
import { type ActKind, actGroups, actKinds } from './act.ts';

/** What stands in the log: decisions by their action, and acts. `undo` is of both. */
export type LogKind = Action | ActKind;

/** What the log may be narrowed to at once. */
export const kindGroups = {
  decisions: ['publish', 'reject', 'spam', 'restore', 'undo'],
  ...actGroups,
} as const satisfies Record<string, readonly (LogKind | 'undo')[]>;
export type KindGroup = keyof typeof kindGroups;

export const logKinds = [...new Set([...(['publish', 'reject', 'spam', 'restore'] as const), ...actKinds])];

/** What every moderator of a site may read of it; the rest is for owners, and for whoever did it. */
export const kindsOfModerators: readonly ActKind[] = [
  ...kindGroups.comments,
  ...kindGroups.articles,
  'words',
  'view-share',
  'view-end',
];
