// How a row and its comment stand: decided by oneself, by a colleague, or open again.
import { kept } from '../pane/keep.ts';
import { typedIn } from '../pane/typed.ts';
import { say, stateName } from '../words.ts';
import { rowOf, tickOf } from './rows.ts';
import { tellTicked } from './select.ts';

const colours: Readonly<Record<string, string>> = { published: 'good', rejected: 'bad', spam: 'spam' };

interface Told {
  /** In the row. */
  mark: string;
  /** With the comment itself. */
  sentence: string;
  state: string;
}

/** Turns a row grey where it stands. */
export function markDone(row: HTMLElement, told: Told): void {
  row.classList.add('is-done');
  const tick = tickOf(row);
  if (tick) {
    tick.checked = false;
    tick.disabled = true;
  }
  mark(row, told.mark, colours[told.state]);
  const article = kept(row);
  article?.classList.add('is-done');
  tellIn(article, told.sentence, colours[told.state]);
  tellTicked();
}

/** The row can be decided again. */
export function markOpen(row: HTMLElement, told = ''): void {
  row.classList.remove('is-done');
  const tick = tickOf(row);
  if (tick) tick.disabled = false;
  mark(row, told, told ? 'warn' : '');
  const article = kept(row);
  article?.classList.remove('is-done');
  tellIn(article, '');
  tellTicked();
}

export function markByYou(row: HTMLElement, state: string): void {
  const what = stateName(state);
  markDone(row, { mark: what, sentence: say('byYou', { what }), state });
}

/** A colleague was faster: it stays where it is, and what is typed stays too. */
export function markGone(row: HTMLElement, { state, by }: { state: string; by: string | null }): void {
  const what = stateName(state);
  const sentence = by ? say('gone', { who: by, what }) : say('changed', { what });
  const article = kept(row);
  const typed = article && typedIn(article).length > 0 ? ` ${say('kept')}` : '';
  markDone(row, { mark: by ? `${by}: ${what}` : what, sentence: `${sentence}.${typed}`, state });
}

/** A colleague who looks at it, by the first letters of the name. */
export function markClaim(row: HTMLElement, by: string | null): void {
  const place = row.querySelector('[data-mark]');
  const shown = place?.querySelector('.avatar')?.getAttribute('title') ?? '';
  const told = by ? say('claimed', { who: by }) : '';
  if (shown === told) return;
  place?.replaceChildren(...(by ? [avatarOf(by, told)] : []));
  tellIn(kept(row), told);
}

function avatarOf(name: string, told: string): HTMLElement {
  const avatar = document.createElement('span');
  avatar.className = 'avatar';
  avatar.title = told;
  const [letters, unseen] = [document.createElement('span'), document.createElement('span')];
  letters.setAttribute('aria-hidden', 'true');
  letters.textContent = initialsOf(name);
  unseen.className = 'unseen';
  unseen.textContent = told;
  avatar.append(letters, unseen);
  return avatar;
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).map((part) => [...part][0] ?? '');
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [...name].slice(0, 2);
  return letters.join('').toUpperCase();
}

function mark(row: HTMLElement, text: string, colour = ''): void {
  const place = row.querySelector('[data-mark]');
  if (!place) return;
  place.className = `mark ${colour}`;
  place.textContent = text;
}

function tellIn(article: HTMLElement | undefined, sentence: string, colour = ''): void {
  const place = article?.querySelector<HTMLElement>('[data-told]');
  if (!place) return;
  place.textContent = sentence;
  place.className = `told ${colour}`;
  place.hidden = sentence === '';
}

/** The comment has another version by now, with the same words. */
export function renumber(id: string, version: number | null, state?: string | null): void {
  const row = rowOf(id);
  if (!row || version === null) return;
  const article = kept(row);
  for (const element of [row, article]) {
    if (!element) continue;
    element.dataset.version = String(version);
    if (state) element.dataset.state = state;
    for (const field of element.querySelectorAll<HTMLInputElement>('[name=comment], [name=version]'))
      field.value = field.name === 'version' ? String(version) : `${id}:${version}`;
  }
}
