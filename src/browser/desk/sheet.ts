// The keys on pages of one column: the log, and what is decided in bulk.
const entries = '#main ol > li, #main tbody > tr';

/** A key that decides many at once only leads to the button, which tells how many. */
export const sheetKeys = {
  next: () => step(1),
  previous: () => step(-1),
  publish: () => button('publish')?.focus(),
  reject: () => button('reject')?.focus(),
  spam: () => button('spam')?.focus(),
  undo: () => undoButton()?.focus(),
  edit: () => open(),
} as const;

function step(by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(entries)];
  const here = document.activeElement?.closest<HTMLElement>(entries);
  const next = all[here ? all.indexOf(here) + by : 0];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

function open(): void {
  document.activeElement?.closest(entries)?.querySelector<HTMLElement>('a[href], summary')?.click();
}

function button(action: string): HTMLElement | null {
  return document.querySelector(`#main form button[name=action][value=${action}]`);
}

/** Of the entry at hand, or else the first that can be taken back. */
function undoButton(): HTMLElement | null {
  const place = document.activeElement?.closest(entries) ?? document;
  return place.querySelector('form[action$="/undo"] button');
}
