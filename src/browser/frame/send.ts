// The two buttons under the form: it is sent, or begun anew, in place.
import { captcha, drafts } from './later.ts';
import { announce, complain, fetchPage, one, say, swap } from './page.ts';

export async function send(form: HTMLFormElement): Promise<void> {
  announce(say('sending'));
  const [{ finishWork, renewWork }, { forgetDraft, restoreDraft }] = await Promise.all([captcha(), drafts()]);
  await finishWork();
  const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams([...typed, ['do', 'send']]);
  const page = await fetchPage(form.action, { method: 'POST', body });
  const sent = page.querySelector<HTMLElement>('#binh-luan-status');
  if (sent) forgetDraft();
  if (sent?.dataset.state === 'published') swap('#thread', page);
  swap('#write', page);
  restoreDraft();
  renewWork(Boolean(sent));
  showOutcome(Boolean(sent));
}

function showOutcome(isSent: boolean): void {
  const wrong = document.querySelectorAll<HTMLElement>('[aria-invalid]');
  announce(isSent ? '' : say('fix', wrong.length));
  const first = isSent
    ? one('#binh-luan-status')
    : (wrong[0] ?? document.querySelector<HTMLElement>('#failure'));
  first?.focus();
}

/** Starts over in place: nothing typed is kept, and no page is fetched. */
export async function clear(): Promise<void> {
  const { count, drafted, forgetDraft } = await drafts();
  forgetDraft();
  for (const name of [...drafted, 'answer', 'parent']) emptyField(name);
  for (const stale of document.querySelectorAll('#binh-luan-status, #failure, .answering, .field .mistake'))
    stale.remove();
  complain('');
  count(false);
  announce(say('cleared'));
  one('#author').focus();
}

function emptyField(name: string): void {
  const field = one('#gui-binh-luan').querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
  if (!field) return;
  field.value = '';
  field.removeAttribute('aria-invalid');
}
