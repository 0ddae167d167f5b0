import { asModerator, signInAgain } from '../session/sign-in.ts';
import { deed, linkTo, say, stateName, tell, timeOf } from '../words.ts';

/** What the service answers to a decision, or to one that is taken back. */
export interface Decision {
  id: string | null;
  results: { id: string; outcome: string; state: string | null; version: number | null }[];
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

/** An answer; or why there is none: a sentence of the service, or nothing where it was not reached. */
export type Answered<Body> = { body: Body } | { refused: string };

/** Sends a request; where the session ended, once more after that is mended. */
export async function send<Body>(method: string, address: string, body?: object): Promise<Answered<Body>> {
  const answer = await reach(method, address, body);
  if (answer?.status !== 401) return read(answer);
  return (await signInAgain()) ? read(await reach(method, address, body)) : { refused: say('signedOut') };
}

const patienceMs = 30_000;

async function reach(method: string, address: string, body?: object): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...asModerator },
      signal: AbortSignal.timeout(patienceMs),
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    return undefined;
  }
}

async function read<Body>(answer: Response | undefined): Promise<Answered<Body>> {
  const told = await answer?.json().catch(() => undefined);
  if (told && ('results' in told || answer?.ok)) return { body: told };
  return { refused: told?.detail ?? '' };
}

/** Says who was faster, where anybody was, after what else there is to say. */
export function tellConflicts({ conflicts = [] }: Decision, before: string): void {
  const [first] = conflicts;
  const many = conflicts.length > 1 && say('conflict', { n: conflicts.length });
  const sentences = [before, many, first && whoDidWhat(first)];
  tell(sentences.filter(Boolean).join(' '), ...(first ? [linkTo(first.id)] : []));
}

function whoDidWhat({ action, by, at, state }: Conflict): string {
  if (!action || !by || !at) return say('changed', { what: stateName(state) });
  return say('faster', { who: by, what: deed(action), when: timeOf(at) });
}
