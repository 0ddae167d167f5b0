// What is said beside the queue.
import type { QueueWording } from '../../web/desk/queue-wording-vi.ts';

type Words = QueueWording['script'] & { states: Record<string, string> };

const words: Partial<Words> = JSON.parse(
  document.querySelector<HTMLElement>('#queue')?.dataset.words ?? '{}',
);

export function say(
  name: keyof QueueWording['script'],
  { n = 0, who = '', what = '' }: { n?: number; who?: string; what?: string } = {},
): string {
  return (words[name] ?? '')
    .replace('{n}', n.toLocaleString(document.documentElement.lang))
    .replace('{who}', who)
    .replace('{what}', what);
}

export function stateName(state: string): string {
  return words.states?.[state] ?? '';
}

/** Says a sentence for a moment, with a button where something can be done about it. */
export function toast(sentence: string, button?: { label: string; run: () => void }): void {
  const place = document.querySelector('#toast');
  if (!place) return;
  place.textContent = sentence;
  if (!button) return;
  const pressed = document.createElement('button');
  pressed.className = 'button';
  pressed.textContent = button.label;
  pressed.addEventListener('click', button.run);
  place.append(' ', pressed);
}
