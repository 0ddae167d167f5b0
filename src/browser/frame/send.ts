// The form is sent in place.
import { captcha, drafts } from './later.ts';
import { announce, fetchPage, one, say, swap, Told } from './page.ts';

/** Work that ran out is done again, and the form sent once more: its reader can do nothing about it. */
export async function send(form: HTMLFormElement): Promise<void> {
  announce(say('sending'));
  if ((await sendOnce(form)) !== 'unworked') return;
  if ((await sendOnce(one<HTMLFormElement>('#gui-binh-luan'))) !== 'unworked') return;
  (await captcha()).giveUpWork();
  throw new Told(say('unworked'));
}

async function sendOnce(form: HTMLFormElement): Promise<'told' | 'unworked'> {
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
  const isTold = document.querySelector('#binh-luan-status, #failure, [aria-invalid]') !== null;
  if (isTold) showOutcome(Boolean(sent));
  return isTold ? 'told' : 'unworked';
}

function showOutcome(isSent: boolean): void {
  const wrong = document.querySelectorAll<HTMLElement>('[aria-invalid]');
  announce(wrong.length > 0 ? say('fix', wrong.length) : '');
  const first = isSent
    ? one('#binh-luan-status')
    : (wrong[0] ?? document.querySelector<HTMLElement>('#failure'));
  first?.focus();
}
