import { sendComment } from '../support/load.ts';

/** All that anybody was told, over all the times that the service was started. */
export interface Ledger {
  comments: Set<string>;
  /** Decision by comment. */
  published: Map<string, string>;
  withdrawn: Set<string>;
  /** What each lane has sent without being answered: it is sent again, with the same key. */
  unanswered: Map<number, { key: string; body: string }>;
  /** Acknowledged, and not yet decided or withdrawn. */
  waiting: { id: string; receipt: string }[];
  sent: number;
}

export function newLedger(): Ledger {
  return {
    comments: new Set(),
    published: new Map(),
    withdrawn: new Set(),
    unanswered: new Map(),
    waiting: [],
    sent: 0,
  };
}

/** Sends, publishes and withdraws until nobody answers any more. */
export async function runTraffic(url: string, token: string, ledger: Ledger): Promise<void> {
  const senders = [1, 2, 3, 4, 5, 6].map((lane) => untilGone(() => send(url, ledger, lane)));
  await Promise.all([
    ...senders,
    untilGone(() => publishOne(url, token, ledger)),
    untilGone(() => withdrawOne(url, ledger)),
  ]);
}

async function untilGone(act: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await act();
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return;
      throw error;
    }
  }
}

async function send(url: string, ledger: Ledger, lane: number): Promise<void> {
  ledger.sent += 1;
  const fresh = {
    key: `${lane}-${ledger.sent}`,
    body: `Ý kiến ${ledger.sent}: ${(ledger.sent * 7919).toString(36)}`,
  };
  const { key, body } = ledger.unanswered.get(lane) ?? fresh;
  ledger.unanswered.set(lane, { key, body });
  const { status, id, receipt } = await sendComment(url, body, key);
  if (status !== 202) throw new Error(`a comment was answered with ${status}`);
  ledger.unanswered.delete(lane);
  ledger.comments.add(id);
  ledger.waiting.push({ id, receipt });
}

async function publishOne(url: string, token: string, { waiting, published }: Ledger): Promise<void> {
  const comment = waiting.shift();
  if (!comment) return pause(url);
  const answer = await fetch(`${url}/api/v1/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ action: 'publish', comments: [{ id: comment.id, version: 1 }] }),
  });
  const { id } = await answer.json();
  if (answer.status !== 201) throw new Error(`a decision was answered with ${answer.status}`);
  published.set(comment.id, id);
}

async function withdrawOne(url: string, { waiting, withdrawn }: Ledger): Promise<void> {
  const comment = waiting.shift();
  if (!comment) return pause(url);
  const answer = await fetch(`${url}/api/v1/receipts/${comment.receipt}`, { method: 'DELETE' });
  if (answer.status !== 204) throw new Error(`a withdrawal was answered with ${answer.status}`);
  withdrawn.add(comment.id);
}

/** Asks whether anybody is there, so that who has nothing to do ends with the others. */
async function pause(url: string): Promise<void> {
  await fetch(`${url}/healthz`);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
