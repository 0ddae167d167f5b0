// The parts of the frame's page, and what is said in it.

export const root = one('.frame');
/** @type {Record<string, string>} */
const words = JSON.parse(root.dataset.words ?? '{}');

/** What a reader has typed is kept under. */
export const draftKey = `binh-luan:draft:${root.dataset.site}:${root.dataset.article}`;

/** What went wrong, as a sentence of the server for the reader. */
export class Told extends Error {}

/**
 * @param {string} address
 * @param {RequestInit} [init]
 */
export async function fetchPage(address, init) {
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
export function swap(selector, page) {
  const part = page.querySelector(selector);
  if (!part) throw new Error(`no ${selector}`);
  one(selector).replaceWith(part);
}

/** @param {string} sentence */
export function complain(sentence) {
  const place = document.querySelector('#trouble');
  if (place) place.textContent = sentence;
  else announce(sentence);
}

/** @param {string} sentence */
export function announce(sentence) {
  one('#announcer').textContent = sentence;
}

/**
 * @param {string} name
 * @param {number} [n]
 */
export function say(name, n) {
  return (words[name] ?? '').replace(
    '{n}',
    n === undefined ? '' : n.toLocaleString(document.documentElement.lang),
  );
}

/** @param {string} selector @returns {HTMLElement} */
export function one(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
}

/** @param {string} name */
export function input(name) {
  return /** @type {HTMLInputElement} */ (one(`#gui-binh-luan [name=${name}]`));
}
