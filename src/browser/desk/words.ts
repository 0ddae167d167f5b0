// What is said beside the list, in a place that is kept for it.

import type { ScriptWording } from '../../web/desk/script-wording.ts';
import { home } from '../home.ts';

type Words = ScriptWording & {
  states: Record<string, string>;
  did: Record<string, readonly [string, string]>;
  thisComment: string;
  edited: string;
};

interface Filled {
  n?: number;
  who?: string;
  what?: string;
  when?: string;
}

export const nameOfModerator = document.querySelector('.me bdi')?.textContent ?? '';

export const last = document.querySelector<HTMLElement>('#last') ?? document.createElement('aside');

const words: Partial<Words> = JSON.parse(
  document.querySelector<HTMLElement>('[data-words]')?.dataset.words ?? '{}',
);

export function say(
  name: Exclude<keyof ScriptWording, 'outcomes'>,
  { n = 0, who = '', what = '', when = '' }: Filled = {},
): string {
  return (words[name] ?? '')
    .replace('{n}', n.toLocaleString(document.documentElement.lang))
    .replace('{who}', () => who)
    .replace('{what}', () => what)
    .replace('{when}', when);
}

export function stateName(state: string): string {
  return words.states?.[state] ?? '';
}

/** "Published", as what was done is told. */
export function outcomeName(action: string): string {
  return words.outcomes?.[action] ?? '';
}

/** "published this comment" */
export function deed(action: string): string {
  if (action === 'edit') return words.edited ?? '';
  const [before = '', after = ''] = words.did?.[action] ?? [];
  return [before, words.thisComment, after].filter(Boolean).join(' ');
}

/** As the pages of the desk tell the time. */
const inVietnam = { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'short' } as const;

export function timeOf(at: string | number, withDay = true): string {
  return new Date(at).toLocaleString(document.documentElement.lang, {
    ...inVietnam,
    ...(withDay && { dateStyle: 'short' }),
  });
}

interface Told {
  sentence: string;
  more: HTMLElement[];
}

let latest: Told = { sentence: '', more: [] };
/** What must be mended stays until it is, whatever else there is to tell. */
const pinned = new Map<'session' | 'failed', Told>();

/** Says a sentence until there is another, with what can be done about it. */
export function tell(sentence: string, ...more: HTMLElement[]): void {
  latest = { sentence, more };
  show();
}

export function pin(why: 'session' | 'failed', sentence: string, ...more: HTMLElement[]): void {
  pinned.set(why, { sentence, more });
  show();
}

export function unpin(why: 'session' | 'failed'): void {
  if (pinned.delete(why)) show();
}

function show(): void {
  const { sentence, more } = pinned.get('session') ?? pinned.get('failed') ?? latest;
  const place = last.querySelector('[role=status]');
  if (place) place.textContent = sentence;
  last.querySelector('.remedy')?.replaceChildren(...more);
}

export function buttonOf(label: string, run: () => void, kind = 'undo'): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `act ${kind}`;
  button.textContent = label;
  button.addEventListener('click', run);
  return button;
}

export function linkTo(id: string, label = say('see')): HTMLElement {
  const link = document.createElement('a');
  link.className = 'act';
  link.href = `${home}moderation/comments/${id}`;
  link.textContent = label;
  return link;
}
