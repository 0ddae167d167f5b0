import { home } from '../../home.ts';
import { decidedNow } from '../intent.ts';
import { refresh } from '../list/live.ts';
import { markByYou, markGone, markOpen, renumber } from '../list/marks.ts';
import { hasMore } from '../list/more.ts';
import { authorOf, here, isBusy, isOpen, nextOpen, rowOf, rows } from '../list/rows.ts';
import { renew } from '../pane/keep.ts';
import { choose } from '../pane/show.ts';
import { buttonOf, outcomeName, say, tell } from '../words.ts';
import { type Answered, type Conflict, type Decision, send, tellConflicts } from './ask.ts';
import { tellFailed } from './failed.ts';
import { inTurn } from './in-turn.ts';
import { withOwn } from './own.ts';
import { remember } from './steps.ts';
import { undoLast } from './undo.ts';

export interface Asked {
  action: string;
  rows: readonly HTMLElement[];
  reason?: string;
  note?: string;
}

const states: Readonly<Record<string, string>> = {
  publish: 'published',
  reject: 'rejected',
  spam: 'spam',
  restore: 'pending',
};

/** Decides rows, and goes on to the next at once; the decision is stored behind. */
export async function decide(asked: Asked): Promise<void> {
  const chosen = asked.rows.filter((row) => isOpen(row) && !isBusy(row));
  if (chosen.length === 0) return;
  const comments = chosen.map(({ dataset }) => ({ id: dataset.id, version: Number(dataset.version) }));
  for (const row of chosen) {
    row.setAttribute('aria-busy', 'true');
    markByYou(row, states[asked.action] ?? '');
  }
  decidedNow();
  goOn();
  const body = { action: asked.action, comments, ...said(asked) };
  const answer = inTurn(() => store(body));
  remember(answer.then(placeOf));
  const answered = await answer;
  for (const row of chosen) row.removeAttribute('aria-busy');
  if ('refused' in answered) giveBack({ ...asked, rows: chosen }, answered.refused);
  else settle(asked.action, chosen, answered.body);
}

async function store(body: { action: string }): Promise<Answered<Decision>> {
  const answered = await send<Decision>('POST', `${home}api/v1/decisions`, body);
  return 'body' in answered ? { body: await withOwn(body.action, answered.body) } : answered;
}

function said({ action, reason, note }: Asked) {
  return { ...(action === 'reject' && reason && { reason }), ...(note && { note }) };
}

function placeOf(answered: Answered<Decision>): string | undefined {
  return 'body' in answered && answered.body.id ? `decisions/${answered.body.id}` : undefined;
}

/** The next comment is there before anything is stored. */
function goOn(): void {
  const row = here();
  if (!row || isOpen(row)) return;
  const next = nextOpen(row);
  if (next) choose(next);
}

/** Nothing of it was stored: the rows are open again, where they stand, and what was meant is sent again on request. */
function giveBack(asked: Asked, why: string): void {
  for (const row of asked.rows) markOpen(row, say('unsaved'));
  tellFailed({ why, again: () => decide(asked) });
}

function settle(action: string, chosen: readonly HTMLElement[], decision: Decision): void {
  const done = decision.results.filter(({ outcome }) => outcome === 'done');
  for (const { id, version, state } of done) renumber(id, version, state);
  const lost = decision.results.filter(({ outcome }) => outcome !== 'done');
  for (const { id, state } of lost) showLost(id, state, decision.conflicts);
  const sentence =
    done.length > 0
      ? sentenceOf(
          action,
          done.map(({ id }) => id),
        )
      : '';
  if (decision.conflicts?.length) tellConflicts(decision, sentence);
  else tell(doneWith(sentence), ...(decision.id ? [buttonOf(say('undo'), undoLast)] : []));
  if (chosen.length > 1 || !rows().some(isOpen)) refresh();
}

/** Where only its words were changed meanwhile, it can be decided as it reads now. */
function showLost(id: string, state: string | null, conflicts: readonly Conflict[] = []): void {
  const row = rowOf(id);
  if (!row) return;
  if (state === row.dataset.state) {
    markOpen(row);
    renew(row);
  } else markGone(row, { state: state ?? '', by: conflicts.find((one) => one.id === id)?.by ?? null });
}

function sentenceOf(action: string, ids: readonly string[]): string {
  const what = outcomeName(action);
  const [only] = ids;
  const row = rowOf(only);
  if (ids.length === 1 && row) return say('doneOne', { what, who: authorOf(row) });
  return say('done', { what, n: ids.length });
}

function doneWith(sentence: string): string {
  return rows().some(isOpen) || hasMore() ? sentence : `${sentence} ${say('allDone')}`;
}
