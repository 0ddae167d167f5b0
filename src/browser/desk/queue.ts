// The list and the pane in place: decisions without a reload, by button or key, undone as quickly.
import { follow, skippedAt, workAlone } from './alone.ts';
import { decideAll, decideHere } from './decide/meant.ts';
import { knowWhatIsTold, undoByForm, undoLast } from './decide/undo.ts';
import { listenForIntent } from './intent.ts';
import { listenToKeys } from './keys.ts';
import { keepClaims } from './list/claim.ts';
import { keepLive } from './list/live.ts';
import { here, list, nextOpen, rowOf, rows } from './list/rows.ts';
import { listenToTicks, ticked, toggle, toggleAll, untickAll } from './list/select.ts';
import { closeCover, coverFromAddress, isCovering, listenToBack } from './pane/cover.ts';
import { isRejecting, leaveFold, listenToFolds, openFold, pressReject, reasonAt } from './pane/folds.ts';
import { sendInPlace } from './pane/in-place.ts';
import { keep, pane } from './pane/keep.ts';
import { backToList, choose, focusOn, move } from './pane/show.ts';

const actions = {
  next: () => move(1),
  previous: () => move(-1),
  publish: () => decideHere('publish'),
  spam: () => decideHere('spam'),
  reject: () => pressReason(pressReject()),
  skip,
  undo: undoLast,
  select: () => toggle(here()),
  selectAll: toggleAll,
  edit: () => openFold('edit'),
  reply: () => openFold('reply'),
  article: () => follow('a[data-article]', '_blank'),
  history: () => follow('a[data-history]', '_self'),
  back: backToList,
} as const;

document.documentElement.dataset.scripted = '';
listenForIntent();
listenToFolds();
knowWhatIsTold();
if (list.isConnected) workInList();
else if (pane) workAlone();

function workInList(): void {
  // Before the listener of every page, which takes a form that is not stopped for one on its way.
  document.addEventListener('submit', onSubmit, { capture: true });
  document.addEventListener('click', onClick);
  listenToTicks();
  sessionStorage.removeItem(skippedAt);
  if (rows().length > 0) begin();
  keepLive();
  keepClaims();
  listenToKeys({ actions, digit, leave });
}

/** The comment that the page came with is the first that is kept. */
function begin(): void {
  for (const article of pane?.querySelectorAll<HTMLElement>('article.whole-one') ?? []) keep(article);
  const row = rowOf(coverFromAddress()) ?? here() ?? rows()[0];
  choose(row, { focus: document.activeElement === document.body });
  listenToBack((id) => choose(rowOf(id)));
}

function pressReason(button: HTMLButtonElement | null): void {
  if (button) decideHere('reject', button);
}

function skip(): void {
  const row = here();
  if (row) choose(nextOpen(row));
}

function digit(place: number): boolean {
  const reason = reasonAt(place);
  pressReason(reason ?? null);
  return reason !== undefined || isRejecting();
}

function leave(target: HTMLElement): boolean {
  return leaveFold(target) || leaveField(target) || leaveRest();
}

function leaveField(target: HTMLElement): boolean {
  const row = here();
  if (!row || !target.matches('input:not([type=checkbox]), textarea, select')) return false;
  focusOn(row);
  return true;
}

function leaveRest(): boolean {
  if (isCovering()) closeCover();
  else untickAll();
  return true;
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
    return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a') : null;
  const row = link?.closest<HTMLElement>('.row[data-id]');
  if (row && list.contains(row)) choose(row, { open: true });
  else if (link?.dataset.go && rows().length > 0) move(Number(link.dataset.go));
  else if (link?.matches('.back') && rows().length > 0) backToList();
  else return;
  event.preventDefault();
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  if (form.method !== 'post') return;
  if (form.id === 'bulk') decideAll({ action: button?.value ?? '', rows: ticked() });
  else if (!undoByForm(form) && !sendFromPane(form, button)) return;
  event.preventDefault();
}

function sendFromPane(form: HTMLFormElement, button: HTMLButtonElement | null): boolean {
  if (!pane?.contains(form)) return false;
  const action = button?.name === 'reason' ? 'reject' : (button?.value ?? '');
  if (form.matches('.decide')) decideHere(action, button);
  else sendInPlace(form, button);
  return true;
}
