// The queue in place: decisions without a reload, by button or key, undone as quickly.
import { cards, current, focusCard, list } from './cards.ts';
import { claimWhatIsLookedAt } from './claim.ts';
import { decide, decideCurrent, returnFromDecided } from './decide.ts';
import { listenForIntent } from './intent.ts';
import { listenToKeys } from './keys.ts';
import { keepLive } from './live.ts';
import { replyToCurrent } from './reply.ts';
import { select, selectAll, tellSelected } from './select.ts';
import { knowWhatIsTold, undoLast } from './undo.ts';

returnFromDecided();
document.documentElement.dataset.scripted = '';
listenForIntent();
knowWhatIsTold();
// Before the listener of every page, which takes a form that is not stopped for one on its way.
document.addEventListener('submit', onSubmit, { capture: true });
document.addEventListener('change', tellSelected);
keepLive();
claimWhatIsLookedAt();
listenToKeys({
  next: () => move(1),
  previous: () => move(-1),
  publish: () => decideCurrent('publish'),
  reject: () => decideCurrent('reject'),
  spam: () => decideCurrent('spam'),
  undo: undoLast,
  select: () => select(current()),
  selectAll,
  edit: () => current()?.querySelector<HTMLAnchorElement>('[data-open]')?.click(),
  reply: replyToCurrent,
  search: () => document.querySelector<HTMLInputElement>('#q')?.focus(),
  help: () => document.querySelector<HTMLDialogElement>('#help')?.showModal(),
});

function move(by: number): void {
  const all = cards();
  const here = current();
  const at = here ? all.indexOf(here) : -1;
  focusCard(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const action = (event.submitter as HTMLButtonElement | null)?.value;
  if (form.closest('.is-gone')) event.preventDefault();
  if (!action || !(form.id === 'bulk' || (list.contains(form) && form.matches('.decision')))) return;
  event.preventDefault();
  const fields = new FormData(form);
  const chosen = new Set(fields.getAll('comment').map((named) => String(named).split(':')[0]));
  decide(
    action,
    cards().filter((card) => chosen.has(card.dataset.id)),
    String(fields.get('reason') ?? ''),
  );
}
