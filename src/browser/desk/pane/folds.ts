// What is folded away in the bar under a comment: reasons, the reply, the words to be changed.
import { say, tell } from '../words.ts';
import { pane } from './keep.ts';

const inBar = '.bar details';

export function foldOf(name: 'no' | 'reply' | 'edit'): HTMLDetailsElement | null {
  return pane?.querySelector<HTMLDetailsElement>(`.bar details.${name}`) ?? null;
}

export function openFold(name: 'reply' | 'edit'): void {
  const fold = foldOf(name);
  if (!fold) tell(say(name === 'reply' ? 'noReply' : 'noEdit'));
  else open(fold);
  fold?.querySelector('textarea')?.focus();
}

/** Opens the reasons; where they are open, the usual one is meant: that no reason is given, or the site's first. */
export function pressReject(): HTMLButtonElement | null {
  const fold = foldOf('no');
  if (!fold) return null;
  if (fold.open) return fold.querySelector('button.sub[name=reason]') ?? fold.querySelector('[name=reason]');
  open(fold);
  fold.querySelector('summary')?.focus();
  return null;
}

/** The reason of that number, where the reasons are open and none is typed. */
export function reasonAt(digit: number): HTMLButtonElement | undefined {
  const fold = foldOf('no');
  return fold?.open && !fold.querySelector<HTMLInputElement>('[name=other]')?.value.trim()
    ? fold.querySelectorAll<HTMLButtonElement>('button[name=reason]:not(.sub)')[digit - 1]
    : undefined;
}

export function isRejecting(): boolean {
  return Boolean(foldOf('no')?.open);
}

/** Leaves a field, and closes what is open around it or beside it. */
export function leaveFold(target: HTMLElement): boolean {
  const fold =
    target.closest<HTMLDetailsElement>('details[open]') ??
    document.querySelector<HTMLDetailsElement>(`${inBar}[open], details.pop[open]`);
  if (!fold) return false;
  fold.open = false;
  fold.querySelector('summary')?.focus();
  return true;
}

/** One is open at a time, and a click beside it closes it. */
export function listenToFolds(): void {
  document.addEventListener('click', ({ target }) => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.pop[open]'))
      if (target instanceof Node && target.isConnected && !fold.contains(target)) fold.open = false;
  });
}

function open(fold: HTMLDetailsElement): void {
  for (const other of pane?.querySelectorAll<HTMLDetailsElement>(`${inBar}[open]`) ?? []) other.open = false;
  fold.open = true;
}
