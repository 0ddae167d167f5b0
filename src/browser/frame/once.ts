import { complain, root, Told } from './page.ts';

/** What asked for something that is not done yet. */
const asking = new Set<Element>();
let latest: Promise<void> = Promise.resolve();

/**
 * One thing after another; what asks again before it is answered asks for nothing more, so that a double click sends
 * once. Where it fails, the words of that failure are said.
 */
export function once(
  asker: Element,
  task: () => Promise<void>,
  failure: 'offline' | 'unloaded',
  form?: Element | null,
): void {
  if (asking.has(asker) || asker.matches('button[aria-disabled=true]')) return;
  asking.add(asker);
  // At once: words from before are not about what is asked for now, however long its turn is in coming.
  forgetTrouble(asker, form);
  if (asker instanceof HTMLAnchorElement) asker.setAttribute('aria-busy', 'true');
  showBusy();
  latest = latest.then(() => run(asker, task, failure, form));
}

/** Once all that was asked for so far is done. */
export const idle = () => latest;

async function run(
  asker: Element,
  task: () => Promise<void>,
  failure: 'offline' | 'unloaded',
  form?: Element | null,
): Promise<void> {
  try {
    // What came before may have taken it out of the page.
    if (!asker.isConnected) return;
    forgetTrouble(asker, form);
    await task();
  } catch (error) {
    complain(error instanceof Told ? error.message : (root.dataset[failure] ?? ''), form);
  } finally {
    asking.delete(asker);
    if (asker instanceof HTMLAnchorElement) asker.removeAttribute('aria-busy');
    showBusy();
  }
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
