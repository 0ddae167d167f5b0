// "Nhập lại": the form is begun anew in place, and what was typed can be had back.
import { count, drafted, forgetDraft } from './draft.ts';
import { announce, complain, one, say } from './page.ts';

interface Taken {
  typed: Map<string, string>;
  /** Whom it answers, as the form says it. */
  answering: Element | null;
}

let taken: Taken | undefined;

export async function clear(): Promise<void> {
  const given = take();
  forgetDraft();
  for (const stale of document.querySelectorAll('#binh-luan-status, #failure, .field .mistake, #cleared'))
    stale.remove();
  complain('');
  count(false);
  announce(say('cleared'));
  if (isSomething(given)) offer(given);
  one('#author').focus();
}

/** What was typed since is not lost by it: it takes the place of what comes back. */
export async function restore(): Promise<void> {
  const given = taken;
  if (!given) return;
  const since = take();
  for (const [name, value] of given.typed) fill(name, value);
  if (given.answering) one('.pair').before(given.answering);
  one('#cleared').remove();
  if (isSomething(since)) offer(since);
  announce(say('restored'));
  one('#body').focus();
}

function take(): Taken {
  const typed = new Map<string, string>();
  for (const name of [...drafted, 'answer', 'parent']) typed.set(name, fill(name, ''));
  const answering = document.querySelector('.answering');
  answering?.remove();
  return { typed, answering };
}

/** Returns what stood there. */
function fill(name: string, value: string): string {
  const field = one('#gui-binh-luan').querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
  const before = field?.value ?? '';
  if (!field) return before;
  field.value = value;
  field.removeAttribute('aria-invalid');
  if (value) field.dispatchEvent(new Event('input', { bubbles: true }));
  return before;
}

function isSomething({ typed }: Taken): boolean {
  return drafted.some((name) => typed.get(name)?.trim());
}

function offer(given: Taken): void {
  taken = given;
  const told = document.createElement('p');
  told.id = 'cleared';
  told.className = 'row notice';
  const button = document.createElement('button');
  button.id = 'restore';
  button.type = 'button';
  button.className = 'link target';
  button.textContent = say('restore');
  told.append(`${say('cleared')} `, button);
  one('#gui-binh-luan').before(told);
}
