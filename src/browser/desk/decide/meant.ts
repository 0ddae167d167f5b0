// Which comments a key or a button means.
import { confirmed } from '../confirm.ts';
import { here, isInSight, isOpen } from '../list/rows.ts';
import { ticked } from '../list/select.ts';
import { pane } from '../pane/keep.ts';
import { isShown } from '../pane/show.ts';
import { outcomeName, say, tell } from '../words.ts';
import { type Asked, decide } from './decide.ts';

/** A key decides what is ticked only where the comment in view is among it, and nothing that is not shown. */
export async function decideHere(action: string, button?: HTMLButtonElement | null): Promise<void> {
  const row = here();
  if (!row || !isShown(row)) return;
  if (!isOpen(row)) return tell(say('decided'));
  const article = pane?.firstElementChild;
  if (!article?.querySelector(`.decide button[value=${action}]`)) return;
  const all = ticked();
  await decideAll({ action, rows: all.includes(row) ? all : [row], ...typed(article, button) });
}

/** Asks first where some of it cannot be seen. */
export async function decideAll(asked: Asked): Promise<void> {
  const { action, rows } = asked;
  const unseen = rows.some((row) => !isInSight(row) && row !== here());
  const name = outcomeName(action);
  if (unseen && !(await confirmed(say('sure', { what: name, n: rows.length }), name))) return;
  await decide(asked);
}

/** The reason that was pressed, or else the one that was typed, which "no reason" does not drop; and the note. */
function typed(article: Element, button: HTMLButtonElement | null | undefined) {
  const value = (name: string) =>
    article.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
  const reason = (button?.name === 'reason' && button.value) || value('other');
  return { reason, note: value('note') };
}
