// The frame works without this file; with it, nothing reloads and nothing typed is lost.

/** @type {HTMLElement} */
const root = one('.frame');
/** @type {Record<string, string>} */
const words = JSON.parse(root.dataset.words ?? '{}');
const draftKey = `binh-luan:draft:${root.dataset.site}:${root.dataset.article}`;
const drafted = ['author', 'email', 'body'];

/** What went wrong, as a sentence of the server for the reader. */
class Told extends Error {}

/** @type {Record<string, string>} */
let draft = readDraft();
let busy = false;

document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('input', onInput);
restoreDraft();
tellHeight();

/** @param {SubmitEvent} event */
function onSubmit(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  event.preventDefault();
  if (form.id === 'nhap-lai') clear();
  else if (button?.value === 'reset-captcha') once(resetCaptcha, 'unloaded');
  else once(() => send(form), 'offline');
}

/** @param {MouseEvent} event */
function onClick(event) {
  const { target, metaKey, ctrlKey, shiftKey, altKey } = event;
  const link = target instanceof Element && target.closest('a');
  if (!link || metaKey || ctrlKey || shiftKey || altKey) return;
  if (link.hash === '#write-heading') {
    event.preventDefault();
    one('#author').focus();
  } else if (link.dataset.swap) {
    event.preventDefault();
    once(() => follow(link), 'unloaded');
  }
}

/** @param {Event} event */
function onInput({ target }) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  if (!drafted.includes(target.name)) return;
  draft[target.name] = target.value;
  storeDraft();
  if (target.name === 'body') count(true);
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
  const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams([...typed, ['do', 'send']]);
  const page = await fetchPage(form.action, { method: 'POST', body });
  const sent = page.querySelector('#binh-luan-status');
  if (sent) forgetDraft();
  if (sent instanceof HTMLElement && sent.dataset.state === 'published') swap('#thread', page);
  swap('#write', page);
  restoreDraft();
  report(Boolean(sent));
}

/** @param {boolean} isSent */
function report(isSent) {
  const wrong = document.querySelectorAll('[aria-invalid]');
  announce(isSent ? '' : say('fix', wrong.length));
  const [first] = isSent ? [one('#binh-luan-status')] : [...wrong, ...document.querySelectorAll('#failure')];
  if (first instanceof HTMLElement) first.focus();
}

/** @param {HTMLAnchorElement} link */
async function follow(link) {
  const page = await fetchPage(link.href);
  if (link.dataset.swap === 'more') return append(link, page);
  swap(`#${link.dataset.swap}`, page);
  if (link.dataset.swap === 'write') {
    restoreDraft();
    return one('#body').focus();
  }
  const sort = page.querySelector('input[name=sort]')?.getAttribute('value');
  for (const input of document.querySelectorAll('input[name=sort]')) input.setAttribute('value', sort ?? '');
  one('#thread nav [aria-current]').focus();
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Document} page
 */
function append(link, page) {
  const added = [...page.querySelectorAll('.comments > li')];
  one('.comments').append(...added);
  const next = page.querySelector('[data-swap=more]');
  if (next) link.replaceWith(next);
  else link.closest('.pages')?.remove();
  announce(say('added', added.length));
  const first = added[0]?.querySelector('article');
  first?.setAttribute('tabindex', '-1');
  first?.focus();
}

async function resetCaptcha() {
  const id = input('challenge');
  const answer = await fetch(`/api/v1/sites/${root.dataset.site}/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replaces: id.value }),
  });
  const challenge = await answer.json();
  if (!answer.ok) throw new Told(challenge.detail);
  const { contentType, data } = challenge.image;
  one('#picture').setAttribute('src', `data:${contentType};base64,${data}`);
  id.value = challenge.id;
  input('answer').value = '';
  input('answer').focus();
  announce(say('picture'));
}

/** Starts over in place: nothing typed is kept, and no page is fetched. */
function clear() {
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

/**
 * @param {string} address
 * @param {RequestInit} [init]
 */
async function fetchPage(address, init) {
  const answer = await fetch(address, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const problem = page.querySelector('#detail');
  if (problem) throw new Told(problem.textContent ?? '');
  return page;
}

/**
 * @param {string} selector
 * @param {Document} page
 */
function swap(selector, page) {
  const part = page.querySelector(selector);
  if (!part) throw new Error(`no ${selector}`);
  one(selector).replaceWith(part);
}

/** @param {boolean} aloud whether to say what matters while typing */
function count(aloud) {
  const hint = document.querySelector('#body-hint');
  if (!hint) return;
  const left = Number(root.dataset.limit) - [...input('body').value.normalize('NFC')].length;
  const sentence = say(left < 0 ? 'over' : 'left', Math.abs(left));
  hint.textContent = sentence;
  hint.classList.toggle('mistake', left < 0);
  if (aloud && [100, 20, 0, -1].includes(left)) announce(sentence);
}

function restoreDraft() {
  for (const name of drafted) {
    const field = document.getElementById(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.value ||= draft[name] ?? '';
  }
  count(false);
}

/** @returns {Record<string, string>} */
function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey) ?? '{}');
  } catch {
    return {};
  }
}

function storeDraft() {
  try {
    sessionStorage.setItem(draftKey, JSON.stringify(draft));
  } catch {
    // Storage may be blocked in a frame; the draft then lives as long as the page.
  }
}

function forgetDraft() {
  draft = {};
  storeDraft();
}

/** @param {boolean} now */
function setBusy(now) {
  busy = now;
  for (const button of document.querySelectorAll('button')) {
    if (now) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** @param {string} sentence */
function complain(sentence) {
  const place = document.querySelector('#trouble');
  if (place) place.textContent = sentence;
  else announce(sentence);
}

/** @param {string} sentence */
function announce(sentence) {
  one('#announcer').textContent = sentence;
}

/**
 * @param {string} name
 * @param {number} [n]
 */
function say(name, n) {
  return (words[name] ?? '').replace(
    '{n}',
    n === undefined ? '' : n.toLocaleString(document.documentElement.lang),
  );
}

/** @param {string} selector @returns {HTMLElement} */
function one(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
}

/** @param {string} name */
function input(name) {
  return /** @type {HTMLInputElement} */ (one(`#gui-binh-luan [name=${name}]`));
}

/** The host page sizes the frame by this. */
function tellHeight() {
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    window.parent.postMessage({ type: 'binh-luan:height', height }, '*');
  }).observe(root);
}
