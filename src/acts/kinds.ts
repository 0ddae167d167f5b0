import type { Action } from '../comments/comment.ts';
import { type ActKind, actKinds } from './act.ts';

/** What stands in the log: decisions by their action, and acts. `undo` is of both. */
export type LogKind = Action | ActKind;

/** What the log may be narrowed to at once. */
export const kindGroups = {
  decisions: ['publish', 'reject', 'spam', 'restore', 'undo'],
  comments: [
    'reply',
    'pick',
    'unpick',
    'edit',
    'block',
    'unblock',
    'sender-note',
    'sender-hold',
    'sender-release',
    'withdraw',
    'erase',
    'purge',
  ],
  articles: ['article-set', 'move', 'fold', 'import'],
  sites: [
    'site-add',
    'site-set',
    'remove-site',
    'words',
    'relearn',
    'view-share',
    'view-end',
    'webhook-add',
    'webhook-secret',
    'webhook-pause',
    'webhook-resume',
    'webhook-test',
    'webhook-resend',
    'webhook-end',
  ],
  accounts: [
    'sign-in',
    'oidc-sign-in',
    'sign-in-refused',
    'sign-out',
    'session-end',
    'token-create',
    'token-end',
    'password',
    'second-factor',
    'recovery-codes',
    'account-create',
    'account-change',
    'account-disable',
    'account-enable',
    'account-reset',
    'account-unlock',
  ],
  service: ['export', 'backup', 'put-back', 'captcha-style'],
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
