type Field = HTMLInputElement | HTMLTextAreaElement;

/** What was typed about a comment and not sent. */
export function typedIn(article: HTMLElement, except?: HTMLFormElement): Field[] {
  return [...article.querySelectorAll<Field>('input[id], textarea[id]')].filter(
    (field) => field.value !== field.defaultValue && (!except || field.form !== except),
  );
}

/** It goes along where the comment is shown anew. */
export function carryTyped(before: HTMLElement, after: HTMLElement, except?: HTMLFormElement): void {
  for (const { id, value } of typedIn(before, except)) {
    const same = after.querySelector<Field>(`#${CSS.escape(id)}`);
    if (same) same.value = value;
  }
}
