/** What somebody does that is no decision about comments, by what it is about. */
export const actGroups = {
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
    'identity-key-add',
    'identity-key-remove',
    'judge-key',
    'judge-key-remove',
    'judge-test',
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
  service: ['export', 'backup', 'put-back', 'captcha-style', 'secret-rotate'],
} as const;

export const actKinds = [
  ...actGroups.comments,
  ...actGroups.articles,
  ...actGroups.sites,
  ...actGroups.accounts,
  ...actGroups.service,
  'undo',
] as const;
export type ActKind = (typeof actKinds)[number];

/**
 * How somebody came to do it: at the desk, as a program by its token, by a command on the server; or nobody did; or a
 * reader with what is their own.
 */
export const accesses = ['desk', 'token', 'command', 'service', 'reader'] as const;
export type Access = (typeof accesses)[number];

/** Who does it: an account by its id, which a moderator is as well; null for whoever runs a command, the service, and readers. */
export interface By {
  id: string | null;
  access: Access;
}
