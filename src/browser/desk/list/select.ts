// Which rows are ticked.
import { say } from '../words.ts';
import { isOpen, list, rows, tickOf } from './rows.ts';

const all = document.querySelector<HTMLInputElement>('[data-all]');

export function ticked(): HTMLElement[] {
  return rows().filter((row) => isOpen(row) && tickOf(row)?.checked);
}

export function toggle(row: HTMLElement | undefined): void {
  const tick = row && isOpen(row) ? tickOf(row) : null;
  if (tick && !tick.disabled) tick.checked = !tick.checked;
  tellTicked();
}

/** Ticks every open row, or none where all are ticked already. */
export function toggleAll(): void {
  const open = rows().filter(isOpen);
  tickAll(!open.every((row) => tickOf(row)?.checked));
}

export function untickAll(): void {
  tickAll(false);
}

function tickAll(checked: boolean): void {
  for (const row of rows()) {
    const tick = tickOf(row);
    if (tick && !tick.disabled) tick.checked = checked && isOpen(row);
  }
  tellTicked();
}

export function tellTicked(): void {
  const { length } = ticked();
  const place = document.querySelector('#selected');
  if (place) place.textContent = length > 0 ? say('selected', { n: length }) : '';
  if (!all) return;
  all.checked = length > 0 && length === rows().filter(isOpen).length;
  all.indeterminate = length > 0 && !all.checked;
}

export function listenToTicks(): void {
  list.addEventListener('change', tellTicked);
  all?.addEventListener('change', () => tickAll(all.checked));
  tellTicked();
}
