// An answer may be lost on its way: what was decided by oneself and is sent again is no conflict.
import { home } from '../../home.ts';
import { nameOfModerator } from '../words.ts';
import type { Conflict, Decision } from './ask.ts';

interface Logged {
  id: string;
  action: string;
  comments: readonly { id: string }[];
}

/** The decision as if it were answered in time, where it was stored the first time. */
export async function withOwn(action: string, decision: Decision): Promise<Decision> {
  const own = (decision.conflicts ?? []).filter((conflict) => isOwn(conflict, action));
  if (own.length === 0) return decision;
  const isMine = (id: string) => own.some((conflict) => conflict.id === id);
  return {
    id: decision.id ?? (await findDecision(action, own)),
    results: decision.results.map((result) => (isMine(result.id) ? { ...result, outcome: 'done' } : result)),
    conflicts: decision.conflicts?.filter(({ id }) => !isMine(id)) ?? [],
  };
}

function isOwn({ by, action }: Conflict, meant: string): boolean {
  return by === nameOfModerator && action === meant;
}

async function findDecision(action: string, [first]: readonly Conflict[]): Promise<string | null> {
  const answer = await fetch(`${home}api/v1/decisions?limit=50`).catch(() => undefined);
  if (!answer?.ok) return null;
  const { decisions }: { decisions: Logged[] } = await answer.json();
  const isIt = (one: Logged) => one.action === action && one.comments.some(({ id }) => id === first?.id);
  return decisions.find(isIt)?.id ?? null;
}
