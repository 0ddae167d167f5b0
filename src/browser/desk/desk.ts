import { listenToKeys } from './keys.ts';
import { sheetKeys } from './sheet.ts';

// The desk works without this file; with it, a form on its way is not sent again, and the queue is quick.
const sending = new Set<HTMLFormElement>();

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (sending.has(form)) event.preventDefault();
  sending.add(form);
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
});

// A page that comes back from the browser's history is usable again.
addEventListener('pageshow', () => {
  sending.clear();
  for (const button of document.querySelectorAll('button[aria-disabled]'))
    button.removeAttribute('aria-disabled');
});

// Where comments are, their own script listens.
if (document.querySelector('#main[data-moderator]') && !document.querySelector('#queue, #pane'))
  listenToKeys({ actions: sheetKeys });
