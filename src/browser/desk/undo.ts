import { ask } from './ask.ts';
import { focusCard } from './cards.ts';
import { refresh } from './live.ts';
import { say, toast } from './words.ts';

/** What was decided here, and for each comment what puts its card back. */
interface Decided {
  id: string;
  taken: Map<string, () => void>;
}

/** The latest last. */
const decided: Decided[] = [];

export function remember(decision: Decided): void {
  decided.push(decision);
}

export async function undoLast(): Promise<void> {
  const last = decided.pop();
  if (!last) return undoTold();
  const undone = await ask('DELETE', `/api/v1/decisions/${last.id}`);
  if (!undone) return remember(last);
  const back = undone.results.filter(({ outcome }) => outcome === 'done');
  for (const { id, version } of back) {
    last.taken.get(id)?.();
    showBack(id, version);
  }
  toast(say('undone', { n: back.length }));
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

/** What the page itself tells of, from before it was loaded. */
function undoTold(): void {
  const button = document.querySelector<HTMLElement>('.notice form[action$="/undo"] button');
  if (button) button.click();
  else toast(say('nothing'));
}
