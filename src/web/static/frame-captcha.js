// The captcha in place: another picture, its sound, and the work that a device does instead.
import { announce, input, one, root, say, Told } from './frame-page.js';

/** The work of the challenge that is shown. @type {{ field: Element, done: Promise<void> } | undefined} */
let work;
let prefersWork = false;

export async function resetCaptcha() {
  await renewChallenge();
  input('answer').value = '';
  input('answer').focus();
  announce(say('picture'));
}

/** Another challenge in place of the one that is there. */
export async function renewChallenge() {
  const id = input('challenge');
  work = undefined;
  const answer = await fetch(`/api/v1/sites/${root.dataset.site}/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replaces: id.value }),
  });
  const challenge = await answer.json();
  if (!answer.ok) throw new Told(challenge.detail);
  const { contentType, data } = challenge.image;
  document.querySelector('#picture')?.setAttribute('src', `data:${contentType};base64,${data}`);
  document.querySelector('#spoken')?.setAttribute('src', `/api/v1/challenges/${challenge.id}/audio`);
  document.querySelector('[data-work]')?.setAttribute('data-work', JSON.stringify(challenge.proofOfWork));
  id.value = challenge.id;
}

/** @param {string} way */
export async function meetBy(way) {
  if (way === 'audio') return play();
  announce(say('working'));
  await startWork();
  prefersWork = true;
  tellWorked();
}

async function play() {
  const player = /** @type {HTMLAudioElement} */ (one('#spoken'));
  if (!player.paused) return player.pause();
  player.currentTime = 0;
  await player.play().catch(() => {
    throw new Told(say('unheard'));
  });
}

/** Before sending: where the device confirms, it is done with it. */
export async function finishWork() {
  if (prefersWork || root.dataset.captcha === 'work') await startWork();
}

/** After the form was put in anew, with a challenge of its own. @param {boolean} isSent */
export function renewWork(isSent) {
  if (isSent) prefersWork = false;
  if (root.dataset.captcha === 'picture') showPicture();
  if (!prefersWork) return;
  startWork().catch(() => undefined);
  tellWorked();
}

/** Once for each challenge. @returns {Promise<void>} */
export function startWork() {
  const field = document.querySelector('[data-work]');
  if (!(field instanceof HTMLInputElement)) return Promise.resolve();
  if (work?.field === field) return work.done;
  const done = workOf(field)
    .then(solve)
    .then((payload) => {
      field.value = payload;
    })
    .catch(() => {
      work = undefined;
      prefersWork = false;
      showPicture();
      throw new Told(say('unworked'));
    });
  work = { field, done };
  return done;
}

/** What there is to do; the page comes without it. @param {HTMLInputElement} field @returns {Promise<object>} */
async function workOf(field) {
  if (!field.dataset.work) await renewChallenge();
  return JSON.parse(field.dataset.work ?? '');
}

/** @param {object} challenge @returns {Promise<string>} what the service takes as proof */
function solve(challenge) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/frame-work.js', { type: 'module' });
    worker.onmessage = ({ data: solution }) => {
      worker.terminate();
      if (solution?.derivedKey) resolve(JSON.stringify({ challenge, solution }));
      else reject(solution);
    };
    worker.onerror = reject;
    worker.postMessage({ type: 'work', challenge });
  });
}

function tellWorked() {
  const told = document.createElement('p');
  told.id = 'worked';
  told.tabIndex = -1;
  told.textContent = say('worked');
  one('.captcha').replaceChildren(told);
  told.focus();
}

/** Where the device cannot confirm, what is there for those without scripts serves as well. */
function showPicture() {
  root.dataset.captcha = 'picture';
  for (const unscripted of document.querySelectorAll('#unseen noscript')) {
    const shown = document.createElement('div');
    // As text in a page that was loaded, as elements in one that was fetched and parsed.
    shown.innerHTML = unscripted.firstElementChild ? unscripted.innerHTML : unscripted.textContent;
    unscripted.replaceWith(shown);
  }
}
