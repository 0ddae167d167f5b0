import { complain, root, Told } from './page.ts';

let busy = false;

/** One thing at a time, so that a double click sends once; where it fails, the words of that failure are said. */
export async function once(
  task: () => Promise<void>,
  failure: 'offline' | 'unloaded',
  form?: Element | null,
): Promise<void> {
  if (busy) return;
  setBusy(true);
  complain('', form);
  try {
    await task();
  } catch (error) {
    complain(error instanceof Told ? error.message : (root.dataset[failure] ?? ''), form);
  } finally {
    setBusy(false);
  }
}

function setBusy(now: boolean): void {
  busy = now;
  for (const button of document.querySelectorAll('button')) {
    if (now) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}
