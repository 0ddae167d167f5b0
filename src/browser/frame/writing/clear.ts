// "Nhập lại": the form is begun anew in place, and what was typed can be had back.

import { drafted } from '../draft.ts';
import { leadTo } from '../focus.ts';
import { announce, complain, formAround, input, one } from '../page.ts';
import { say } from '../say.ts';
import { newLine } from './button.ts';
import { clearDraft, count } from './draft.ts';

type Typed = Map<string, string>;

let taken: Typed | undefined;

/** Asks first where more than a line would go. Where nothing is typed, what was cleared before can still be had back. */
export async function clear(form: HTMLFormElement, isSure = false): Promise<void> {
  const { value } = input(form, 'body');
  if (!isSure && (value.length > 80 || value.trim().includes('\n'))) return ask(form);
  const given = take(form);
  clearDraft();
  document.querySelector('#binh-luan-status')?.remove();
  for (const stale of form.querySelectorAll('[data-failure], .field .mistake, .asking')) stale.remove();
  complain('', form);
  count(form, false);
  announce(say('cleared'));
  if (isSomething(given)) offer(form, given);
  leadTo(input(form, 'body'));
}

function ask(form: HTMLFormElement): void {
  if (form.querySelector('.asking')) return;
  const asking = newLine('asking', say('askClear'), [
    [say('clearAll'), { do: 'clear' }],
    [say('keepAll'), { do: 'keep' }],
  ]);
  one('.rest', form).append(asking);
  leadTo(one('button', asking));
}

export function stopAsking(button: Element): void {
  const form = formAround(button);
  button.closest('.asking')?.remove();
  if (form) leadTo(input(form, 'body'));
}

/** What was typed since is not lost by it: it takes the place of what comes back. */
export async function restore(): Promise<void> {
  const form = one<HTMLFormElement>('#gui-binh-luan');
  const given = taken;
  if (!given) return;
  const since = take(form);
  for (const [name, value] of given) fill(form, name, value);
  one('#cleared').remove();
  if (isSomething(since)) offer(form, since);
  announce(say('restored'));
  leadTo(input(form, 'body'));
}

function take(form: HTMLFormElement): Typed {
  return new Map([...drafted, 'answer'].map((name) => [name, fill(form, name, '')]));
}

/** Returns what stood there. */
function fill(form: HTMLFormElement, name: string, value: string): string {
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
  const before = field?.value ?? '';
  if (!field) return before;
  field.value = value;
  field.removeAttribute('aria-invalid');
  if (value) field.dispatchEvent(new Event('input', { bubbles: true }));
  return before;
}

function isSomething(typed: Typed): boolean {
  return drafted.some((name) => typed.get(name)?.trim());
}

function offer(form: HTMLFormElement, given: Typed): void {
  taken = given;
  document.querySelector('#cleared')?.remove();
  const told = newLine('notice', say('cleared'), [[say('restore'), { do: 'restore' }]]);
  told.id = 'cleared';
  form.before(told);
}
