// A comment on a page of its own: the same keys, and what is typed is not lost there either.

import { home } from '../home.ts';
import { undoByForm, undoLast } from './decide/undo.ts';
import { listenToKeys } from './keys.ts';
import { claim, keepClaims } from './list/claim.ts';
import { isRejecting, leaveFold, openFold, pressReject, reasonAt } from './pane/folds.ts';
import { sendInPlace, sentenceIn } from './pane/in-place.ts';
import { pane } from './pane/keep.ts';
import { typedIn } from './pane/typed.ts';
import { showBusy } from './session/busy.ts';
import { addressOf, fieldsOf, post } from './session/post.ts';
import { say, tell } from './words.ts';

const usual = {
  next: () => step(1),
  previous: () => step(-1),
  skip,
  undo: undoLast,
  edit: () => openFold('edit'),
  reply: () => openFold('reply'),
} as const;

/** Listens to keys and forms of the one comment. */
export function workAlone(): void {
  document.addEventListener('submit', onSubmit, { capture: true });
  const waiting = pane?.querySelector<HTMLElement>('article[data-state=pending]')?.dataset.id;
  if (waiting) claim(waiting);
  keepClaims();
  listenToKeys({
    actions: {
      ...usual,
      publish: () => press('publish'),
      spam: () => press('spam'),
      reject: () => submitBy(pressReject()),
      article: () => follow('a[data-article]', '_blank'),
      history: () => follow('a[data-history]', '_self'),
    },
    digit: (digit) => {
      const reason = reasonAt(digit);
      submitBy(reason);
      return reason !== undefined || isRejecting();
    },
    leave: leaveFold,
  });
}

function press(action: string): void {
  submitBy(pane?.querySelector<HTMLButtonElement>(`.decide > button[value=${action}]`));
}

/** As a press of the button does, which a key means as surely. */
function submitBy(button: HTMLButtonElement | null | undefined): void {
  button?.form?.requestSubmit(button);
}

/** Opens what the comment links to; beside it where something is typed about it. */
export function follow(selector: string, target: '_self' | '_blank'): void {
  const link = pane?.querySelector<HTMLAnchorElement>(selector);
  const place = pane && typedIn(pane).length > 0 ? '_blank' : target;
  if (link) open(link.href, place, place === '_blank' ? 'noopener' : '');
}

/** Nothing that was typed is left behind. */
function step(by: 1 | -1): void {
  const link = pane?.querySelector<HTMLAnchorElement>(`a[data-go="${by}"][href]`);
  if (pane && link && typedIn(pane).length === 0) location.assign(link.href);
}

/** That something was left to others: the next one comes after it, until the list is opened again. */
export const skippedAt = 'binh-luan:desk:skipped';

function skip(): void {
  sessionStorage.setItem(skippedAt, 'yes');
  go(`${home}moderation/next`, new URLSearchParams({ back: location.search.slice(1), skip: shownId() }));
}

function shownId(): string {
  return pane?.querySelector<HTMLElement>('article')?.dataset.id ?? '';
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  if (form.method !== 'post') return;
  if (!undoByForm(form)) {
    if (!pane?.contains(form)) return;
    if (form.matches('.decide')) decide(form, button);
    else sendInPlace(form, button);
  }
  event.preventDefault();
}

let deciding = false;

/** What is refused leaves the page, and what was typed into it, as it is. */
async function decide(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (deciding) return;
  const fields = fieldsOf(form, button);
  if (sessionStorage.getItem(skippedAt)) fields.set('skip', shownId());
  go(addressOf(form), fields);
}

async function go(address: string, fields: URLSearchParams): Promise<void> {
  showDeciding(true);
  const answer = await post(address, fields);
  showDeciding(false);
  if (answer?.ok) location.assign(answer.address);
  else tell((answer && sentenceIn(answer.text)) || say('unsent'));
}

function showDeciding(now: boolean): void {
  deciding = now;
  for (const form of pane?.querySelectorAll('.decide') ?? []) showBusy(form, now);
}
