import { formatNumber } from './page.ts';
import { type ScriptWording, wording } from './wording.ts';

const words = wording[document.documentElement.lang];

export function say(name: keyof ScriptWording, n?: number): string {
  return (words?.[name] ?? '').replace('{n}', n === undefined ? '' : formatNumber(n));
}
