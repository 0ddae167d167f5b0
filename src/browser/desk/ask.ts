import { inTurn } from './in-turn.ts';
import { deed, linkTo, say, stateName, tell } from './words.ts';

/** What the service answers to a decision, or to one that is taken back. */
export interface Decision {
  id: string | null;
  results: { id: string; outcome: string; version: number | null }[];
  conflicts?: Conflict[];
}

/** Who was faster, with what, and when. */
export interface Conflict {
  id: string;
  state: string;
  action: string | null;
  by: string | null;
  at: string | null;
}

/** Nothing where it failed, which was told; asked after all that was asked before. */
export function ask(method: string, address: string, body?: object): Promise<Decision | undefined> {
  return inTurn(() => send(method, address, body));
}

export async function send(method: string, address: string, body?: object): Promise<Decision | undefined> {
  try {
    const answer = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told = await answer.json();
    if ('results' in told) return told;
    tell(told.detail);
  } catch {
    tell(say('failed'));
  }
  return undefined;
}

/** Says who was faster, where anybody was, after what else there is to say. */
export function tellConflicts({ conflicts = [] }: Decision, before: string): void {
  const [first] = conflicts;
  const many = conflicts.length > 1 && say('conflict', { n: conflicts.length });
  const sentences = [before, many, first && whoDidWhat(first)];
  tell(sentences.filter(Boolean).join(' '), first && linkTo(first.id));
}

function whoDidWhat({ action, by, at, state }: Conflict): string {
  if (!action || !by || !at) return say('changed', { what: stateName(state) });
  return say('faster', { who: by, what: deed(action), when: timeOf(at) });
}

/** As the pages of the desk tell the time. */
const inVietnam = { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' } as const;

function timeOf(at: string): string {
  return new Date(at).toLocaleString(document.documentElement.lang, inVietnam);
}
