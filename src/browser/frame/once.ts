import { leaveFrom } from './focus.ts';
import { complain, root, Told } from './page.ts';

/** What asked for something that is not done yet. */
const asking = new Set<Element>();
let latest: Promise<void> = Promise.resolve();

/**
 * One thing after another; what asks again before it is answered asks for nothing more, so that a double click sends
 * once. Where it fails, the words of that failure are said. The task is given what asks when its turn comes.
 */
export function once(
  asker: HTMLElement,
  task: (asker: HTMLElement) => Promise<void>,
  failure: 'offline' | 'unloaded',
  form?: Element | null,
): void {
  if (asking.has(asker) || asker.matches('button[aria-disabled=true]')) return;
  beginAsking(asker);
  // At once: words from before are not about what is asked for now, however long its turn is in coming.
  forgetTrouble(asker, form);
  const from = document.activeElement;
  latest = latest.then(() => {
    leaveFrom(from);
    return run(asker, task, failure, form);
  });
}

/** Once all that was asked for so far is done. */
export const idle = () => latest;

async function run(
  asked: HTMLElement,
  task: (asker: HTMLElement) => Promise<void>,
  failure: 'offline' | 'unloaded',
  form?: Element | null,
): Promise<void> {
  const asker = standing(asked);
  const place = form === asked ? asker : form;
  try {
    if (!asker) return;
    beginAsking(asker);
    forgetTrouble(asker, place);
    await task(asker);
  } catch (error) {
    complain(error instanceof Told ? error.message : (root.dataset[failure] ?? ''), place);
  } finally {
    for (const one of [asked, asker]) if (one) endAsking(one);
  }
}

/** What came before may have taken it out of the page; a link is meant wherever another list has it in the same part. */
function standing(asker: HTMLElement): HTMLElement | undefined {
  if (asker.isConnected) return asker;
  if (!(asker instanceof HTMLAnchorElement)) return undefined;
  const part = document.getElementById(asker.closest('[id]')?.id ?? '');
  const links = [...(part?.querySelectorAll<HTMLAnchorElement>('a[data-do]') ?? [])];
  return links.find(
    ({ dataset, textContent }) => dataset.do === asker.dataset.do && textContent === asker.textContent,
  );
}

function beginAsking(asker: HTMLElement): void {
  asking.add(asker);
  if (asker instanceof HTMLAnchorElement) asker.setAttribute('aria-busy', 'true');
  showBusy();
}

function endAsking(asker: HTMLElement): void {
  asking.delete(asker);
  if (asker instanceof HTMLAnchorElement) asker.removeAttribute('aria-busy');
  showBusy();
}

/** What a form asks for by itself takes back no word about that for which its reader has asked. */
function forgetTrouble(asker: Element, form?: Element | null): void {
  if (!isForm(asker)) complain('', form);
}

function isForm(asker: Element): boolean {
  return asker instanceof HTMLFormElement;
}

/** What a form asks for keeps nobody from clicking: a click that comes meanwhile has its turn after it. */
function showBusy(): void {
  const isBusy = [...asking].some((asker) => !isForm(asker));
  for (const button of document.querySelectorAll('button')) {
    if (isBusy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}
