// Where the focus goes by what a reader asked for, which may be long in coming.

/** Where the reader was as they asked for what is done now, and where they were led since. */
let left: Element | null = null;
let led: Element | null = null;

document.addEventListener('focusin', () => {
  led = null;
});

/** What is done from here on was asked for from there. */
export function leaveFrom(place: Element | null): void {
  left = place;
}

/** Leads a reader to what they asked for; false where they write somewhere else by now, and are left there. */
export function leadTo(element: HTMLElement, options?: FocusOptions): boolean {
  const now = document.activeElement;
  const isWriting = now?.matches('input, textarea, select') && now !== left && now !== led;
  if (isWriting) return false;
  element.focus(options);
  led = document.activeElement;
  return true;
}
