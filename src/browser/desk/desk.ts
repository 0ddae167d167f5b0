import { listenToKeys } from './keys.ts';
import { showBusy } from './session/busy.ts';
import { sheetKeys } from './sheet.ts';

// The desk works without this file; with it, a form on its way is not sent again, and the queue is quick.
const sending = new Set<HTMLFormElement>();
/** Where nothing came of it by then, such as where its reader stopped it, it can be sent again. */
const patienceMs = 30_000;

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (sending.has(form)) return event.preventDefault();
  sending.add(form);
  showBusy(form, true);
  setTimeout(release, patienceMs, form);
});

function release(form: HTMLFormElement): void {
  sending.delete(form);
  showBusy(form, false);
}

// A page that comes back from the browser's history is usable again.
addEventListener('pageshow', () => {
  sending.clear();
  showBusy(document.body, false);
});

// Where comments are, their own script listens.
if (document.querySelector('#main[data-moderator]') && !document.querySelector('#queue, #pane'))
  listenToKeys({ actions: sheetKeys });
