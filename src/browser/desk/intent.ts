// A decision needs an intent of its own: nothing is decided by a click that was meant for what stood there before.
const deafMs = 400;
const farPx = 24;
const tremorMs = 250;
const clickedAt = 'binh-luan:desk:clicked';
const undoes = '.undo, form[action$="/undo"] button';
const decides = `.bar button, .bar summary, #bulk button, ${undoes}`;

interface Place {
  x: number;
  y: number;
}

/** Where the pointer is, which a page that follows on a decision knows from the one before. */
let here: Place | undefined = JSON.parse(sessionStorage.getItem(clickedAt) ?? 'null') ?? undefined;
/** Where the last decision was clicked: whatever stands there later, another click there takes nothing back. */
let decidedAt = here;
/** Where the pointer was when something moved under it, until it moves itself. */
let rested: Place | undefined;
let movedAt = -deafMs;
let lastKey = '';
let decidedBy = { key: '', at: -tremorMs };

export function listenForIntent(): void {
  if (here) somethingMoved();
  for (const name of ['pointermove', 'pointerdown'] as const)
    addEventListener(name, follow, { capture: true });
  addEventListener('click', stopUnmeant, { capture: true });
  addEventListener('keydown', stopHeld, { capture: true });
}

/** What is shown is no longer where it was under the pointer. */
export function somethingMoved(): void {
  rested = here ?? { x: 0, y: 0 };
  movedAt = performance.now();
}

/** Something was decided: the key that did it may tremble. */
export function decidedNow(): void {
  decidedBy = { key: lastKey, at: performance.now() };
}

/** Whether a key is meant, and not the tremor of the one that decided just before. */
export function isMeant(key: string): boolean {
  const trembles = key === decidedBy.key && performance.now() - decidedBy.at < tremorMs;
  lastKey = key;
  return !trembles;
}

/** A finger has no place before it comes down, and two taps are never at one place. */
function follow({ clientX: x, clientY: y, pointerType }: PointerEvent): void {
  here = { x, y };
  if (rested && pointerType === 'mouse' && isFar(rested, here)) rested = undefined;
}

function isFar(one: Place, other: Place): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) >= farPx;
}

function stopUnmeant(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest(decides) : null;
  if (!button || isByKey(event)) return;
  const early = rested !== undefined && performance.now() - movedAt < deafMs;
  if (event.detail > 1 || early || undoesItself(button)) {
    stop(event);
    return;
  }
  sessionStorage.setItem(clickedAt, JSON.stringify(here ?? null));
  decidedAt = button.matches(undoes) ? undefined : here;
}

function undoesItself(button: Element): boolean {
  return button.matches(undoes) && decidedAt !== undefined && here !== undefined && !isFar(decidedAt, here);
}

/** A click that a key makes has no place and no count. */
function isByKey({ detail }: MouseEvent): boolean {
  return detail === 0;
}

/** A key that is held decides no more than once. */
function stopHeld(event: KeyboardEvent): void {
  const isHeld = event.repeat && (event.key === 'Enter' || event.key === ' ');
  if (isHeld && event.target instanceof Element && event.target.closest('.bar, .row, #bulk, .undo'))
    stop(event);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
