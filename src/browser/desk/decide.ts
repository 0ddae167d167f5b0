import { home } from '../home.ts';
import { ask, type Decision, tellConflicts } from './ask.ts';
import { cards, current, focusCard, isBusy, list, take } from './cards.ts';
import { refresh } from './live.ts';
import { isTicked } from './select.ts';
import { remember, type Step } from './steps.ts';
import { undoLast } from './undo.ts';
import { buttonOf, say, tell } from './words.ts';

const returning = 'binh-luan:desk:decided';

/** After a page that was decided to its end, the focus is where it was. */
export function returnFromDecided(): void {
  if (!sessionStorage.getItem(returning)) return;
  sessionStorage.removeItem(returning);
  focusCard(cards()[0]);
}

/** A key decides what is ticked only where the card at hand is among it, and many only once that is confirmed. */
export function decideCurrent(action: string): void {
  const card = current();
  if (!card?.querySelector(`.decision button[value=${action}]`)) return;
  const ticked = cards().filter(isTicked);
  const reason = card.querySelector<HTMLInputElement>('[name=reason]')?.value ?? '';
  const chosen = isTicked(card) ? ticked : [card];
  if (chosen.length > 1 && !confirm(say('sure', { n: chosen.length, what: nameOf(action) }))) return;
  decide(action, chosen, reason);
}

export async function decide(action: string, asked: HTMLElement[], reason: string): Promise<void> {
  const chosen = asked.filter((card) => !isBusy(card));
  const [first] = chosen;
  if (!first) return;
  const comments = chosen.map(({ dataset }) => ({ id: dataset.id, version: Number(dataset.version) }));
  for (const card of chosen) card.setAttribute('aria-busy', 'true');
  focusCard(nextTo(first, chosen));
  const body = { action, comments, ...(action === 'reject' && reason && { reason }) };
  const answer = ask('POST', `${home}api/v1/decisions`, body);
  const step = remember(answer);
  const decision = await answer;
  for (const card of chosen) card.removeAttribute('aria-busy');
  if (!decision) return focusCard(first);
  settle(action, chosen, decision, step);
}

/** The card to go on with: the one after, or else the last that is left. */
function nextTo(first: HTMLElement, chosen: readonly HTMLElement[]): HTMLElement | undefined {
  const left = cards().filter((card) => !isBusy(card) && !chosen.includes(card));
  const isAfter = (card: HTMLElement) =>
    first.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING;
  return left.find(isAfter) ?? left.at(-1);
}

function settle(action: string, chosen: readonly HTMLElement[], decision: Decision, { taken }: Step): void {
  const done = decision.results.filter(({ outcome }) => outcome === 'done');
  for (const { id } of done) {
    const card = chosen.find(({ dataset }) => dataset.id === id);
    if (card) taken.set(id, take(card));
  }
  const sentence = done.length > 0 ? say('done', { n: done.length, what: nameOf(action) }) : '';
  if (decision.conflicts) tellConflicts(decision, sentence);
  else tell(sentence, decision.id ? buttonOf(say('undo'), undoLast) : undefined);
  if (cards().length === 0 && !list.querySelector('.is-gone form')) reload(decision.id);
  else refresh();
}

/** As its button calls it. */
function nameOf(action: string): string {
  return document.querySelector(`#bulk .${action}`)?.textContent ?? '';
}

/** The page that follows, which tells of the decision. */
function reload(id: string | null): void {
  sessionStorage.setItem(returning, 'yes');
  const query = new URLSearchParams(location.search);
  query.delete('cursor');
  if (id) query.set('decided', id);
  location.assign(`${location.pathname}?${query}`);
}
