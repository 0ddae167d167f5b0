// What is typed about a comment is sent in place, so that nothing of it is lost whatever is answered.

import { rememberTold } from '../decide/steps.ts';
import { undoLast } from '../decide/undo.ts';
import { markByYou, markOpen } from '../list/marks.ts';
import { here, isOpen, list, nextOpen, rowOf } from '../list/rows.ts';
import { showBusy } from '../session/busy.ts';
import { type Answer, addressOf, fieldsOf, post } from '../session/post.ts';
import { buttonOf, say, tell } from '../words.ts';
import { articlesIn, askPanes, keep } from './keep.ts';
import { choose } from './show.ts';
import { type Sent, takePlace } from './typed.ts';

const sending = new WeakSet<HTMLFormElement>();

/** Sends a form about the comment of the pane; shows the comment as it is then, with what was refused. */
export async function sendInPlace(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (sending.has(form)) return;
  const article = form.closest<HTMLElement>('article.whole-one');
  const fields = fieldsOf(form, button);
  sending.add(form);
  showBusy(form, true);
  const answer = await post(addressOf(form), fields);
  sending.delete(form);
  showBusy(form, false);
  if (!answer || !article) return tell(say('unsent'));
  await show(article, answer, { form, fields });
}

async function show(article: HTMLElement, { ok, address, text }: Answer, sent: Sent) {
  const id = article.dataset.id ?? '';
  const isThis = ({ dataset }: HTMLElement) => dataset.id === id;
  if (!ok) {
    const refused = articlesIn(text).find(isThis);
    if (refused) replace(article, refused, sent);
    return tell(sentenceIn(text) || say('unsent'));
  }
  tellDone(new URL(address).searchParams);
  const told = articlesIn(text).find(isThis);
  const saved = list.isConnected ? ((await askPanes([id])).find(isThis) ?? told) : told;
  if (saved) replace(article, saved, sent);
}

function tellDone(query: URLSearchParams): void {
  const [decided, act] = [query.get('decided'), query.get('act')];
  const place = decided ? `decisions/${decided}` : act && `acts/${act}`;
  if (place) rememberTold(place);
  tell(say('saved'), ...(place ? [buttonOf(say('undo'), undoLast)] : []));
}

/** What an answer says was wrong, whether it is a page or not. */
export function sentenceIn(text: string): string {
  if (text.startsWith('{')) return JSON.parse(text).detail ?? '';
  const page = new DOMParser().parseFromString(text, 'text/html');
  const told = page.querySelector('article [role=alert], article .mistake, [role=alert], main p');
  return told?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** The comment as it is by now; what else was typed about it goes along. */
function replace(before: HTMLElement, after: HTMLElement, sent: Sent): void {
  keep(after);
  if (!takePlace(before, after, sent))
    after.querySelector<HTMLElement>('[aria-invalid=true], details[open] textarea')?.focus();
  follow(after);
}

/** The row means the comment that is shown. */
function follow({ dataset }: HTMLElement): void {
  const row = rowOf(dataset.id);
  if (!row || !dataset.version) return;
  const moved = row.dataset.state !== dataset.state;
  row.dataset.version = dataset.version;
  row.dataset.state = dataset.state ?? '';
  const tick = row.querySelector<HTMLInputElement>('.tick input');
  if (tick) tick.value = `${dataset.id}:${dataset.version}`;
  if (!moved) return;
  if (isOpen(row)) markByYou(row, dataset.state ?? '');
  else markOpen(row);
  if (here() === row) choose(nextOpen(row));
}
