/** What somebody does that is no decision about comments. */
export const actKinds = ['move', 'fold', 'import', 'erase', 'purge', 'remove-site', 'undo'] as const;
export type ActKind = (typeof actKinds)[number];
