// A challenge lives for minutes, and a text may take longer: another is there before it is over.
import { renewChallenge } from './challenge.ts';
import { once } from './once.ts';
import { input, note, say } from './page.ts';
import { forgetWork, startWork, worksAlone } from './work.ts';

const marginMs = 30_000;

let known: { id: string; endsAt: number } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('visibilitychange', keepFresh);

/** Renews in time while somebody writes; a page that lies idle asks for nothing. */
export function keepFresh(): void {
  clearTimeout(timer);
  if (!document.querySelector('#gui-binh-luan [name=challenge]')) return;
  const wait = endsAt() - (answer()?.value ? 0 : marginMs) - Date.now();
  if (wait > 0) timer = setTimeout(keepFresh, wait);
  else if (isWriting()) once(renewInTime, 'unloaded');
}

export function isOver(): boolean {
  return endsAt() <= Date.now();
}

function endsAt(): number {
  const { value: id, dataset } = input('challenge');
  const lives = Number(dataset.lives);
  if (known?.id !== id) known = { id, endsAt: known ? Date.now() + lives : endOfFirst(id, lives) };
  return known.endsAt;
}

/**
 * The page may be older than this visit, so its id says when, by the service's clock; where that cannot be by ours, all
 * its time began with the page. Any later one was made just now, and a clock that is wrong does not renew it for ever.
 */
function endOfFirst(id: string, lives: number): number {
  const left = Number.parseInt(id.split('~')[2] ?? '', 36) - performance.timeOrigin;
  return performance.timeOrigin + (left > 0 && left < lives ? left : lives);
}

function isWriting(): boolean {
  return !document.hidden && Boolean(document.activeElement?.closest('#gui-binh-luan'));
}

async function renewInTime(): Promise<void> {
  forgetWork();
  try {
    await renewChallenge();
  } catch {
    timer = setTimeout(keepFresh, marginMs);
    return;
  }
  const typed = answer();
  if (worksAlone()) startWork().catch(() => undefined);
  else if (typed?.value) {
    typed.value = '';
    note(say('expired'));
  }
  keepFresh();
}

function answer(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#gui-binh-luan [name=answer]');
}
