import { ask, type Decision } from './ask.ts';
import { cards, current, focusCard, take } from './cards.ts';
import { refresh } from './live.ts';
import { isTicked } from './select.ts';
import { remember, undoLast } from './undo.ts';
import { say, toast } from './words.ts';

const returning = 'binh-luan:desk:decided';

/** After a page that was decided to its end, the focus is where it was. */
export function returnFromDecided(): void {
  if (!sessionStorage.getItem(returning)) return;
  sessionStorage.removeItem(returning);
  focusCard(cards()[0]);
}

/** A key decides what is ticked only where the card at hand is among it, so that nothing is decided unseen. */
export function decideCurrent(action: string): void {
  const card = current();
  if (!card?.querySelector(`.decision button[value=${action}]`)) return;
  const ticked = cards().filter(isTicked);
  const reason = card.querySelector<HTMLInputElement>('[name=reason]')?.value ?? '';
  decide(action, isTicked(card) ? ticked : [card], reason);
}

export async function decide(action: string, chosen: HTMLElement[], reason: string): Promise<void> {
  const [first] = chosen;
  if (!first) return;
  const comments = chosen.map(({ dataset }) => ({ id: dataset.id, version: Number(dataset.version) }));
  for (const card of chosen) card.setAttribute('aria-busy', 'true');
  focusCard(nextTo(first, chosen));
  const body = { action, comments, ...(action === 'reject' && reason && { reason }) };
  const decision = await ask('POST', '/api/v1/decisions', body);
  for (const card of chosen) card.removeAttribute('aria-busy');
  if (!decision) return focusCard(first);
  settle(action, chosen, decision);
}

/** The card to go on with: the one after, or else the last that is left. */
function nextTo(first: HTMLElement, chosen: readonly HTMLElement[]): HTMLElement | undefined {
  const left = cards().filter((card) => !chosen.includes(card));
  const isAfter = (card: HTMLElement) =>
    first.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING;
  return left.find(isAfter) ?? left.at(-1);
}

function settle(action: string, chosen: readonly HTMLElement[], { id, results }: Decision): void {
  const done = results.filter(({ outcome }) => outcome === 'done');
  const taken = new Map<string, () => void>();
  for (const result of done) {
    const card = chosen.find(({ dataset }) => dataset.id === result.id);
    if (card) taken.set(result.id, take(card));
  }
  if (id) remember({ id, taken });
  const sentence = tellOf(action, done.length, results.length - done.length);
  toast(sentence, id ? { label: say('undo'), run: undoLast } : undefined);
  if (cards().length === 0) reload(id);
  else refresh();
}

function tellOf(action: string, done: number, lost: number): string {
  const what = document.querySelector(`#bulk .${action}`)?.textContent ?? '';
  const told = [done > 0 && say('done', { n: done, what }), lost > 0 && say('conflict', { n: lost })];
  return told.filter(Boolean).join(' ');
}

/** The page that follows, which tells of the decision. */
function reload(id: string | null): void {
  sessionStorage.setItem(returning, 'yes');
  const query = new URLSearchParams(location.search);
  query.delete('cursor');
  if (id) query.set('decided', id);
  location.assign(`${location.pathname}?${query}`);
}
