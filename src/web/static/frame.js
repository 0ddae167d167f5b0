// The frame works without this file; with it, nothing reloads and nothing typed is lost.

import { announce, complain, draftKey, fetchPage, one, root, say, swap, Told } from './frame-page.js';

let busy = false;

// Only who writes needs the first two, and who goes on reading the third.
const captcha = () => import('./frame-captcha.js');
const drafts = () => import('./frame-draft.js');
const thread = () => import('./frame-thread.js');

document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('input', onInput);
document.addEventListener('focusin', onFocus);
document.addEventListener('error', onError, true);
document.documentElement.dataset.scripted = '';
if (hasDraft()) drafts().then(({ restoreDraft }) => restoreDraft());
tellHeight();

/** @param {SubmitEvent} event */
function onSubmit(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  event.preventDefault();
  if (form.id === 'nhap-lai') once(clear, 'unloaded');
  else if (button?.value === 'reset-captcha') once(async () => (await captcha()).resetCaptcha(), 'unloaded');
  else once(() => send(form), 'offline');
}

/** @param {MouseEvent} event */
function onClick(event) {
  const { target, metaKey, ctrlKey, shiftKey, altKey } = event;
  const way = target instanceof HTMLElement && target.dataset.way;
  if (way) return void once(async () => (await captcha()).meetBy(way), 'unloaded');
  const link = target instanceof Element && target.closest('a');
  if (!link || metaKey || ctrlKey || shiftKey || altKey) return;
  if (link.hash === '#write-heading') {
    event.preventDefault();
    one('#author').focus();
  } else if (link.dataset.swap) {
    event.preventDefault();
    once(async () => (await thread()).follow(link), 'unloaded');
  }
}

/** Where the device alone confirms, it starts when the reader does. @param {FocusEvent} event */
async function onFocus({ target }) {
  if (!(target instanceof Element && target.closest('#gui-binh-luan'))) return;
  const [{ startWork }, { count }] = await Promise.all([captcha(), drafts()]);
  count(false);
  if (root.dataset.captcha === 'work') startWork().catch(() => undefined);
}

/** A page that was open for too long has a picture no more. @param {ErrorEvent} event */
async function onError({ target }) {
  const isOurs = target instanceof HTMLImageElement && target.id === 'picture';
  if (isOurs && !target.src.startsWith('data:')) (await captcha()).renewChallenge().catch(() => undefined);
}

/** @param {Event} event */
async function onInput({ target }) {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    (await drafts()).keep(target);
}

function hasDraft() {
  try {
    return sessionStorage.getItem(draftKey) !== null;
  } catch {
    return false;
  }
}

/**
 * One thing at a time, so that a double click sends once.
 * @param {() => Promise<void>} task
 * @param {string} failure which words to say where it fails
 */
async function once(task, failure) {
  if (busy) return;
  setBusy(true);
  complain('');
  try {
    await task();
  } catch (error) {
    complain(error instanceof Told ? error.message : say(failure));
  } finally {
    setBusy(false);
  }
}

/** @param {HTMLFormElement} form */
async function send(form) {
  announce(say('sending'));
  const [{ finishWork, renewWork }, { forgetDraft, restoreDraft }] = await Promise.all([captcha(), drafts()]);
  await finishWork();
  const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams([...typed, ['do', 'send']]);
  const page = await fetchPage(form.action, { method: 'POST', body });
  const sent = page.querySelector('#binh-luan-status');
  if (sent) forgetDraft();
  if (sent instanceof HTMLElement && sent.dataset.state === 'published') swap('#thread', page);
  swap('#write', page);
  restoreDraft();
  renewWork(Boolean(sent));
  report(Boolean(sent));
}

/** @param {boolean} isSent */
function report(isSent) {
  const wrong = document.querySelectorAll('[aria-invalid]');
  announce(isSent ? '' : say('fix', wrong.length));
  const [first] = isSent ? [one('#binh-luan-status')] : [...wrong, ...document.querySelectorAll('#failure')];
  if (first instanceof HTMLElement) first.focus();
}

/** Starts over in place: nothing typed is kept, and no page is fetched. */
async function clear() {
  const { count, drafted, forgetDraft } = await drafts();
  forgetDraft();
  for (const name of [...drafted, 'answer', 'parent']) {
    const field = one('#gui-binh-luan').querySelector(`[name=${name}]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
    field?.removeAttribute('aria-invalid');
  }
  for (const stale of document.querySelectorAll('#binh-luan-status, #failure, .answering, .field .mistake'))
    stale.remove();
  complain('');
  count(false);
  announce(say('cleared'));
  one('#author').focus();
}

/** @param {boolean} now */
function setBusy(now) {
  busy = now;
  for (const button of document.querySelectorAll('button')) {
    if (now) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** The host page sizes the frame by this. */
function tellHeight() {
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    window.parent.postMessage({ type: 'binh-luan:height', height }, '*');
  }).observe(root);
}
