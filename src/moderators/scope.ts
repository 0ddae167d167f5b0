export const scopes = ['read', 'moderate', 'site'] as const;
/** What a token may be used for: each may what the one before it may, and no token ever more than its account. */
export type Scope = (typeof scopes)[number];

interface Asked {
  method: string;
  path: string;
}

const reads: readonly RegExp[] = [
  /^\/api\/v1\/(queue|decisions|acts|comments|statistics)(\/|$)/,
  /^\/moderation\/(decisions|acts|log|statistics)([./]|$)/,
];
const moderates = /^\/api\/v1\/(queue|decisions|acts|comments|claims|senders|blocks)(\/|$)/;
const isSites = /^\/api\/v1\//;

/** Whether the scope covers what is asked for. What is new is covered by none until it stands here. */
export function covers(scope: Scope, { method, path }: Asked): boolean {
  if (['GET', 'HEAD'].includes(method) && reads.some((one) => one.test(path))) return true;
  if (scope === 'read') return false;
  return moderates.test(path) || (scope === 'site' && isSites.test(path));
}
