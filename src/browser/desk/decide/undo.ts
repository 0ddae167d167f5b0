import { home } from '../../home.ts';
import { refresh } from '../list/live.ts';
import { markOpen, renumber } from '../list/marks.ts';
import { readListWith, rowsIn } from '../list/more.ts';
import { here, list, rowOf } from '../list/rows.ts';
import { pane, renew } from '../pane/keep.ts';
import { choose } from '../pane/show.ts';
import { last, linkTo, say, tell } from '../words.ts';
import { type Answered, type Decision, send, tellConflicts } from './ask.ts';
import { inTurn } from './in-turn.ts';
import { putBack, rememberTold, type Step, take, takeLast } from './steps.ts';

/** Undoes what was last done by hand, once that is answered; not what came before, where that came to nothing. */
export function undoLast(): void {
  const step = takeLast();
  if (step) undo(step);
  else tell(say('nothing'));
}

async function undo(step: Step): Promise<void> {
  tell(say('undoing'));
  const undone = await inTurn(() => takeBack(step));
  if (undone === 'nothing') return tell(say('nothing'));
  if ('body' in undone) return show(undone.body);
  putBack(step);
  tell(undone.refused || say('unsent'));
}

async function takeBack({ answer }: Step): Promise<Answered<Partial<Decision>> | 'nothing'> {
  const place = await answer;
  return place ? send<Partial<Decision>>('DELETE', `${home}api/v1/${place}`) : 'nothing';
}

/** Where there is no list, the comment on a page of its own, or the page as it is by now. */
function addressAfter(id: string | undefined): string {
  return id && pane ? `${home}moderation/comments/${id}${location.search}` : location.href;
}

function show({ results, ...rest }: Partial<Decision>): void {
  const gone = !list.isConnected && !rest.conflicts?.length;
  if (gone) location.assign(addressAfter(results?.[0]?.id));
  else if (results) showBack(results, rest);
  else showAnew();
}

/** What was done about a comment beside a decision is taken back: it is shown as it is by now. */
function showAnew(): void {
  const row = here();
  if (row) renew(row);
  tell(say('undoneAct'));
}

function showBack(results: Decision['results'], rest: Partial<Decision>): void {
  const back = results.filter(({ outcome }) => outcome === 'done');
  for (const { id, version, state } of back) {
    const row = rowOf(id);
    if (!row) continue;
    renumber(id, version, state);
    markOpen(row);
  }
  const row = back.map(({ id }) => rowOf(id)).find(Boolean);
  if (row) choose(row);
  else if (back[0]) showElsewhere(back[0].id);
  const [first] = back;
  const sentence = first ? say('undone', { n: back.length }) : '';
  const decision = { id: null, results, ...rest };
  if (rest.conflicts?.length) tellConflicts(decision, sentence);
  else tell(sentence, ...(first && !row ? [linkTo(first.id)] : []));
  refresh();
}

/** What was decided before the page was loaded comes back to where it stands in the list, if it does. */
async function showElsewhere(id: string): Promise<void> {
  const page = await readListWith(id);
  const row = page && rowsIn(page).find(({ dataset }) => dataset.id === id);
  if (!row || rowOf(id)) return;
  if (list.hidden || !list.closest('.list')) return location.reload();
  row.classList.remove('is-here');
  list.prepend(row);
  choose(row);
}

/** The page itself tells of what was done on the page before; its own button takes that back in place. */
export function knowWhatIsTold(): void {
  const told = placeIn(last.querySelector('form[action$="/undo"]'));
  if (told) rememberTold(told);
}

/** Takes back what a form of the page would, as a key would; false where the form is none of those. */
export function undoByForm(form: HTMLFormElement): boolean {
  const place = last.contains(form) && placeIn(form);
  if (place) undo(take(place));
  return Boolean(place);
}

function placeIn(form: HTMLFormElement | null): string | undefined {
  return /\/((?:decisions|acts)\/[^/]+)\/undo$/.exec(form?.getAttribute('action') ?? '')?.[1];
}
