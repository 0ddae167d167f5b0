import { home } from '../home.ts';
import { type Decision, send, tellConflicts } from './ask.ts';
import { focusCard } from './cards.ts';
import { inTurn } from './in-turn.ts';
import { refresh } from './live.ts';
import { forget, putBack, rememberTold, type Step, takeLast } from './steps.ts';
import { say, tell } from './words.ts';

/** Undoes what was last decided by hand, once that is answered; not what came before, where that came to nothing. */
export async function undoLast(): Promise<void> {
  const step = takeLast();
  if (!step) return tell(say('nothing'));
  tell(say('undoing'));
  const undone = await inTurn(() => takeBack(step));
  if (undone === 'nothing') return tell(say('nothing'));
  if (!undone) return putBack(step);
  show(step, undone);
}

async function takeBack({ answer }: Step): Promise<Decision | 'nothing' | undefined> {
  const decision = await answer;
  return decision?.id ? send('DELETE', `${home}api/v1/decisions/${decision.id}`) : 'nothing';
}

function show({ taken }: Step, undone: Decision): void {
  const back = undone.results.filter(({ outcome }) => outcome === 'done');
  const here = back.filter(({ id }) => taken.has(id));
  const [elsewhere] = here.length === 0 ? back : [];
  if (elsewhere && undone.id) showElsewhere(undone.id, elsewhere.id);
  for (const { id, version } of here) {
    taken.get(id)?.();
    showBack(id, version);
  }
  tellConflicts(undone, back.length > 0 ? say('undone', { n: back.length }) : '');
  refresh();
}

/** The comment has another version now, and may be decided again. */
function showBack(id: string, version: number | null): void {
  const card = document.getElementById(`c-${id}`);
  if (!card) return;
  card.dataset.version = String(version);
  for (const field of card.querySelectorAll('[name=comment]'))
    field.setAttribute('value', `${id}:${version}`);
  focusCard(card);
}

/** What was decided before the page was loaded comes back with a page that tells of it. */
function showElsewhere(undoneBy: string, commentId: string): void {
  const query = new URLSearchParams(location.search);
  query.delete('cursor');
  query.set('decided', undoneBy);
  location.assign(`${home}moderation?${query}#c-${commentId}`);
}

/** The page itself tells of a decision where there was one on the page before; its own button takes that back. */
export function knowWhatIsTold(): void {
  const told = idOf(document.querySelector<HTMLFormElement>('.notice form[action$="/undo"]'));
  if (told) rememberTold(told);
  document.addEventListener('submit', ({ target }) => {
    const id = target instanceof HTMLFormElement && idOf(target);
    if (id) forget(id);
  });
}

function idOf(form: HTMLFormElement | null): string | undefined {
  return /\/decisions\/([^/]+)\/undo$/.exec(form?.action ?? '')?.[1];
}
