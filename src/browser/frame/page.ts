// The parts of the frame's page, and what is said in it.
import type { ScriptWording } from '../../web/reader/script-wording.ts';

export const root = one('.frame');
const words: Partial<ScriptWording> = JSON.parse(root.dataset.words ?? '{}');

/** What a reader has typed is kept under. */
export const draftKey = `binh-luan:draft:${root.dataset.site}:${root.dataset.article}`;

/** What went wrong, as a sentence of the server for the reader. */
export class Told extends Error {}

export async function fetchPage(address: string, init?: RequestInit): Promise<Document> {
  const answer = await fetch(address, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const problem = page.querySelector('#detail');
  if (problem) throw new Told(problem.textContent ?? '');
  return page;
}

/** Puts a part of another page in place of ours. */
export function swap(selector: string, page: Document): void {
  const part = page.querySelector(selector);
  if (!part) throw new Error(`no ${selector}`);
  one(selector).replaceWith(part);
}

export function complain(sentence: string): void {
  const place = document.querySelector('#trouble');
  if (place) place.textContent = sentence;
  else announce(sentence);
}

/** Beside the captcha, and to who hears the page. */
export function note(sentence: string): void {
  const place = document.querySelector('#captcha-note');
  if (place) place.textContent = sentence;
  announce(sentence);
}

/** To who hears the page. */
export function announce(sentence: string): void {
  one('#announcer').textContent = sentence;
}

export function say(name: keyof ScriptWording, n?: number): string {
  return (words[name] ?? '').replace(
    '{n}',
    n === undefined ? '' : n.toLocaleString(document.documentElement.lang),
  );
}

export function one<Part extends HTMLElement>(selector: string): Part {
  const found = document.querySelector<Part>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A field of the form. */
export function input(name: string): HTMLInputElement {
  return one(`#gui-binh-luan [name=${name}]`);
}
