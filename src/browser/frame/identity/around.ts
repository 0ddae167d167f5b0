import { onFocus } from '../typing.ts';

/**
 * Puts in place of a form all of another one but the text that is being written: that is not even touched, so that who
 * writes goes on. What was ticked stays so, unless another reader is asked now.
 */
export function putAround(form: HTMLFormElement, next: HTMLFormElement, isOther: boolean): void {
  const [ours, theirs] = [textIn(form), textIn(next)];
  const entered = form.contains(document.activeElement) && document.activeElement;
  const ticked = isOther ? [] : boxesIn(form).filter(({ checked }) => checked);
  for (const part of [...form.children]) if (part !== ours) part.remove();
  const parts = [...next.children];
  const at = parts.indexOf(theirs);
  ours.before(...parts.slice(0, at));
  ours.after(...parts.slice(at + 1));
  for (const box of boxesIn(form)) box.checked ||= ticked.some(({ name }) => name === box.name);
  if (entered) enterAgain(form, entered);
}

/** The field of the text, among the parts of its form. */
function textIn(form: HTMLFormElement): Element {
  const field = [...form.children].find((part) => part.querySelector('[name=body]'));
  if (!field) throw new Error('no text in the form');
  return field;
}

function boxesIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('[type=checkbox][name]')];
}

/** Where what was entered is not asked for any more, the text is next. */
function enterAgain(form: HTMLFormElement, entered: Element): void {
  const same = form.querySelector<HTMLElement>(`[name="${entered.getAttribute('name')}"]`);
  if (!entered.isConnected) (same ?? form.querySelector('textarea'))?.focus();
  onFocus({ target: form });
}
