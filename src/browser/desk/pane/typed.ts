type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a form held when it was sent. */
export interface Sent {
  form: HTMLFormElement;
  fields: URLSearchParams;
}

/** What was typed about a comment and not sent, nor changed since. */
export function typedIn(article: HTMLElement, sent?: Sent): Field[] {
  return [...article.querySelectorAll<Field>('input[id], textarea[id]')].filter(
    (field) => field.value !== field.defaultValue && !(sent && wasSent(field, sent)),
  );
}

function wasSent({ form, name, value }: Field, sent: Sent): boolean {
  return form === sent.form && sent.fields.get(name)?.replaceAll('\r\n', '\n') === value;
}

/**
 * Shows a comment anew in place of itself: what was typed goes along, and whoever types goes on typing, since a key beside
 * a field decides. Whether somebody does.
 */
export function takePlace(before: HTMLElement, after: HTMLElement, sent?: Sent): boolean {
  const typing = document.activeElement;
  for (const field of typedIn(before, sent)) carry(field, after);
  if (before.isConnected) before.replaceWith(after);
  if (!isField(typing) || !before.contains(typing) || (sent && wasSent(typing, sent))) return false;
  const same = sameIn(after, typing);
  same?.focus({ preventScroll: true });
  if (same && typing.selectionStart !== null)
    same.setSelectionRange(typing.selectionStart, typing.selectionEnd);
  return same !== null;
}

function carry(field: Field, after: HTMLElement): void {
  const same = sameIn(after, field);
  if (!same) return;
  same.value = field.value;
  if (field.closest('details')?.open) same.closest('details')?.setAttribute('open', '');
}

function sameIn(after: HTMLElement, { id }: Field): Field | null {
  return after.querySelector<Field>(`#${CSS.escape(id)}`);
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
