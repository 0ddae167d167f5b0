import { say, toast } from './words.ts';

/** What the service answers to a decision, or to one that is taken back. */
export interface Decision {
  id: string | null;
  results: { id: string; outcome: string; version: number | null }[];
}

/** Nothing where it failed, which was told. */
export async function ask(method: string, address: string, body?: object): Promise<Decision | undefined> {
  try {
    const answer = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told = await answer.json();
    if ('results' in told) return told;
    toast(told.detail);
  } catch {
    toast(say('failed'));
  }
  return undefined;
}
