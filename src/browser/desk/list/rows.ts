// The list: one row for each comment.
export const list = document.querySelector<HTMLElement>('#queue') ?? document.createElement('ol');

export function rows(): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.row[data-id]')];
}

export function rowOf(id: string | undefined): HTMLElement | undefined {
  return rows().find((row) => row.dataset.id === id);
}

/** The row of the comment that the pane shows. */
export function here(): HTMLElement | undefined {
  return list.querySelector<HTMLElement>('.row.is-here') ?? undefined;
}

/** Whether nobody has decided it since the list was read. */
export function isOpen(row: HTMLElement): boolean {
  return !row.classList.contains('is-done');
}

/** Whether a decision about it is on its way. */
export function isBusy(row: HTMLElement): boolean {
  return row.hasAttribute('aria-busy');
}

export function linkOf(row: HTMLElement): HTMLAnchorElement | null {
  return row.querySelector('h3 a');
}

export function authorOf(row: HTMLElement): string {
  return row.querySelector('h3 bdi')?.textContent ?? '';
}

export function tickOf(row: HTMLElement): HTMLInputElement | null {
  return row.querySelector('.tick input');
}

/** What names a comment as it was seen. */
export function nameOf({ dataset }: HTMLElement): string {
  return `${dataset.id}:${dataset.version}`;
}

/** The row to go on with: the first open one after, or else the last before that is open. */
export function nextOpen(from: HTMLElement): HTMLElement | undefined {
  const open = rows().filter(isOpen);
  const isAfter = (row: HTMLElement) => from.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
  return open.find(isAfter) ?? open.filter((row) => row !== from).at(-1);
}

/** Whether all of a row can be seen in the list. */
export function isInSight(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  const frame = list.closest('.list')?.getBoundingClientRect();
  const [low, high] = [Math.max(frame?.top ?? 0, 0), Math.min(frame?.bottom ?? innerHeight, innerHeight)];
  return bottom > low && top < high;
}
