/** What somebody does that is no decision about comments. */
export const actKinds = [
  'move',
  'fold',
  'import',
  'erase',
  'purge',
  'remove-site',
  'reply',
  'pick',
  'unpick',
  'undo',
] as const;
export type ActKind = (typeof actKinds)[number];
