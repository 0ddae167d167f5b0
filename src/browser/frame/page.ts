// The parts of the frame's page, and what is said in it.
import { ask } from './request.ts';

export const root = one('.frame');

/** Whether the page is for a reader whom the host page has named. */
export const isKnown = () => 'identified' in root.dataset;

/** What this device keeps of a reader is kept under. */
export const siteKey = (name: string) => `binh-luan:${name}:${root.dataset.site}`;

/** What went wrong, as a sentence of the server for the reader. */
export class Told extends Error {}

export async function fetchPage(address: string, init?: RequestInit): Promise<Document> {
  const answer = await ask(address, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const problem = page.querySelector('#detail');
  if (problem) throw new Told(problem.textContent ?? '');
  return page;
}

/** The address of this page with other parameters. */
export function addressWith(more: Record<string, string>): string {
  const query = new URLSearchParams(location.search);
  for (const name of ['sent', 'parent', 'report', 'reported', 'comment']) query.delete(name);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${location.pathname}?${query}`;
}

/** Puts a part of another page in place of ours. */
export function swap(selector: string, page: Document): void {
  const part = page.querySelector(selector);
  if (!part) throw new Error(`no ${selector}`);
  one(selector).replaceWith(part);
}

/** The contents of a template, to be put into the page. */
export function copyOf(template: string): HTMLElement | null {
  const found = document.querySelector<HTMLTemplateElement>(`template#${template}`);
  return (found?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined) ?? null;
}

/**
 * Beside the form, or under the row of the link, where something went wrong, and where that is gone by now, where one
 * writes; to who hears the page in any case.
 */
export function complain(sentence: string, asked?: Element | null): void {
  const near = asked?.isConnected === false ? one('#write') : asked;
  const row = near?.closest('.acts, nav, p');
  const place = near?.querySelector('[data-trouble]') ?? (row && troubleAfter(row, sentence));
  if (place) place.textContent = sentence;
  else announce(sentence);
}

function troubleAfter(row: Element, sentence: string): Element | null {
  const next = row.nextElementSibling;
  if (next?.matches('[data-trouble]')) return next;
  if (!sentence) return null;
  const place = newTroublePlace();
  row.after(place);
  return place;
}

/** Where it is said what went wrong. */
export function newTroublePlace(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'mistake';
  place.dataset.trouble = '';
  place.role = 'alert';
  return place;
}

/** To who hears the page. */
export function announce(sentence: string): void {
  one('#announcer').textContent = sentence;
}

export function formatNumber(n: number): string {
  return n.toLocaleString(document.documentElement.lang);
}

export function one<Part extends HTMLElement>(selector: string, within: ParentNode = document): Part {
  const found = within.querySelector<Part>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A field of a form. */
export function input(form: HTMLFormElement, name: string): HTMLInputElement {
  return one(`[name=${name}]`, form);
}

/** The form for comments that an element is in. */
export function formAround(element: Element | null): HTMLFormElement | null {
  return element?.closest<HTMLFormElement>('form.composer:not(#bao-cao)') ?? null;
}
