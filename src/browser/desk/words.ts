// What is said beside the queue, in a place that is kept for it.

import type { ScriptWording } from '../../web/desk/script-wording.ts';
import { home } from '../home.ts';

type Words = ScriptWording & {
  states: Record<string, string>;
  did: Record<string, readonly [string, string]>;
  thisComment: string;
  edited: string;
};

export const last = document.querySelector<HTMLElement>('#last') ?? document.createElement('aside');

const words: Partial<Words> = JSON.parse(last.dataset.words ?? '{}');

export function say(
  name: Exclude<keyof ScriptWording, 'outcomes'>,
  { n = 0, who = '', what = '', when = '' }: { n?: number; who?: string; what?: string; when?: string } = {},
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

/** "published this comment" */
export function deed(action: string): string {
  if (action === 'edit') return words.edited ?? '';
  const [before = '', after = ''] = words.did?.[action] ?? [];
  return [before, words.thisComment, after].filter(Boolean).join(' ');
}

/** Says a sentence until there is another, with what can be done about it. */
export function tell(sentence: string, more?: HTMLElement): void {
  const place = last.querySelector('[role=status]');
  if (place) place.textContent = sentence;
  last.querySelector('.remedy')?.replaceChildren(...(more ? [more] : []));
}

export function buttonOf(label: string, run: () => void): HTMLElement {
  const button = document.createElement('button');
  button.className = 'button undo';
  button.textContent = label;
  button.addEventListener('click', run);
  return button;
}

export function linkTo(id: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'target';
  link.href = `${home}moderation/comments/${id}`;
  link.textContent = say('see');
  return link;
}
