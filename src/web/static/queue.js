// The queue in place: decisions without a reload, by button or key, undone as quickly.
import { cards, current, focusCard, list, say, take, toast } from './queue-cards.js';
import { listenToKeys } from './queue-keys.js';
import { keepLive, refresh } from './queue-live.js';
import { isTicked, select, selectAll, tellSelected } from './queue-selection.js';

/** @typedef {{ id: string | null, results: { id: string, outcome: string, version: number | null }[] }} Decision */

/** What was decided here, the latest last, with the cards that it took away. */
/** @type {{ id: string, taken: Map<string, () => void> }[]} */
const decided = [];
const returning = 'binh-luan:desk:decided';

if (sessionStorage.getItem(returning)) {
  sessionStorage.removeItem(returning);
  focusCard(cards()[0]);
}
document.documentElement.dataset.scripted = '';
document.addEventListener('submit', onSubmit);
document.addEventListener('change', tellSelected);
keepLive();
listenToKeys({
  next: () => move(1),
  previous: () => move(-1),
  publish: () => decideCurrent('publish'),
  reject: () => decideCurrent('reject'),
  spam: () => decideCurrent('spam'),
  undo: undoLast,
  select: () => select(current()),
  selectAll: () => selectAll(),
  edit: () => /** @type {HTMLAnchorElement | null} */ (current()?.querySelector('[data-open]'))?.click(),
  search: () => document.getElementById('q')?.focus(),
  help: () => /** @type {HTMLDialogElement | null} */ (document.getElementById('help'))?.showModal(),
});

/** @param {number} by */
function move(by) {
  const all = cards();
  const at = all.indexOf(/** @type {HTMLElement} */ (current()));
  focusCard(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** @param {SubmitEvent} event */
function onSubmit(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const action = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value;
  if (!action || !(form.id === 'bulk' || (list.contains(form) && form.matches('.decision')))) return;
  event.preventDefault();
  const fields = new FormData(form);
  const chosen = new Set(fields.getAll('comment').map((named) => String(named).split(':')[0]));
  decide(
    action,
    cards().filter((card) => chosen.has(card.dataset.id)),
    String(fields.get('reason') ?? ''),
  );
}

/** A key decides what is ticked only where the card at hand is among it, so that nothing is decided unseen. */
/** @param {string} action */
function decideCurrent(action) {
  const card = current();
  if (!card?.querySelector(`.decision button[value=${action}]`)) return;
  const ticked = cards().filter(isTicked);
  const reason = /** @type {HTMLInputElement | null} */ (card.querySelector('[name=reason]'))?.value ?? '';
  decide(action, isTicked(card) ? ticked : [card], reason);
}

/**
 * @param {string} action
 * @param {HTMLElement[]} chosen
 * @param {string} reason
 */
async function decide(action, chosen, reason) {
  const [first] = chosen;
  if (!first) return;
  const following = cards().filter((card) => !chosen.includes(card));
  const after = following.find(
    (card) => first.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const comments = chosen.map(({ dataset }) => ({ id: dataset.id, version: Number(dataset.version) }));
  for (const card of chosen) card.setAttribute('aria-busy', 'true');
  focusCard(after ?? following.at(-1));
  const body = { action, comments, ...(action === 'reject' && reason && { reason }) };
  const decision = await ask('POST', '/api/v1/decisions', body);
  for (const card of chosen) card.removeAttribute('aria-busy');
  if (!decision) return focusCard(first);
  settle(action, chosen, decision);
}

/**
 * @param {string} action
 * @param {HTMLElement[]} chosen
 * @param {Decision} decision
 */
function settle(action, chosen, { id, results }) {
  const done = results.filter(({ outcome }) => outcome === 'done');
  const lost = results.length - done.length;
  /** @type {Map<string, () => void>} */
  const taken = new Map();
  for (const result of done) {
    const card = chosen.find(({ dataset }) => dataset.id === result.id);
    if (card) taken.set(result.id, take(card));
  }
  if (id) decided.push({ id, taken });
  const what = document.querySelector(`#bulk .${action}`)?.textContent ?? '';
  const told = [
    done.length > 0 && say('done', { n: done.length, what }),
    lost > 0 && say('conflict', { n: lost }),
  ];
  toast(told.filter(Boolean).join(' '), id ? { label: say('undo'), run: undoLast } : undefined);
  if (cards().length === 0) return reload(id);
  refresh();
}

async function undoLast() {
  const last = decided.pop();
  if (!last) return undoTold();
  const undone = await ask('DELETE', `/api/v1/decisions/${last.id}`);
  if (!undone) return void decided.push(last);
  const back = undone.results.filter(({ outcome }) => outcome === 'done');
  for (const { id, version } of back) {
    last.taken.get(id)?.();
    const card = document.getElementById(`c-${id}`);
    if (!card) continue;
    card.dataset.version = String(version);
    for (const field of card.querySelectorAll('[name=comment]'))
      field.setAttribute('value', `${id}:${version}`);
    focusCard(card);
  }
  toast(say('undone', { n: back.length }));
  refresh();
}

/** What the page itself tells of, from before it was loaded. */
function undoTold() {
  const button = document.querySelector('.notice form[action$="/undo"] button');
  if (button instanceof HTMLElement) button.click();
  else toast(say('nothing'));
}

/**
 * @param {string} method
 * @param {string} address
 * @param {object} [body]
 * @returns {Promise<Decision | undefined>} nothing where it failed, which was told
 */
async function ask(method, address, body) {
  try {
    const answer = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told = await answer.json();
    if ('results' in told) return told;
    toast(told.detail);
  } catch {
    toast(say('failed'));
  }
  return undefined;
}

/** The page that follows, which tells of the decision, with the focus where it was. @param {string | null} id */
function reload(id) {
  sessionStorage.setItem(returning, 'yes');
  const query = new URLSearchParams(location.search);
  query.delete('cursor');
  if (id) query.set('decided', id);
  location.assign(`${location.pathname}?${query}`);
}
