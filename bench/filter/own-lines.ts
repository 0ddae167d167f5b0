import { readFileSync } from 'node:fs';
import { randomFrom } from './random.ts';
import type { Row } from './rows.ts';

/** Our own sentences, blanks filled in; `times` variants of each that has any. */
export function ownRows(times: number): Row[] {
  const good = ['honest', 'formal', 'plain'].flatMap((name) => rowsOf(name, false, times));
  return [...rowsOf('spam', true, times), ...good];
}

function rowsOf(name: string, bad: boolean, times: number): Row[] {
  const random = randomFrom(name.length);
  return linesOf(name).flatMap((line, number) =>
    Array.from({ length: line.includes('{') ? times : 1 }, (_, variant) => ({
      id: `${name}-${number}-${variant}`,
      text: filled(line, random),
      bad,
      set: name,
      kind: 'own',
    })),
  );
}

function linesOf(name: string): string[] {
  const text = readFileSync(new URL(`./lines/${name}.vi.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function filled(line: string, random: () => number): string {
  const pick = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)] ?? '';
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const phone = () =>
    pick([
      `09${digits(8)}`,
      `03${digits(2)} ${digits(3)} ${digits(3)}`,
      `08${digits(2)}.${digits(3)}.${digits(3)}`,
    ]);
  const name = () =>
    pick(['vuivip', 'thanglon', 'lucky', 'topwin', 'hotbet', 'vaynhe', 'shopxinh', 'tienve']);
  const blanks: Record<string, () => string> = {
    phone,
    brand: () => `${name()}${digits(2)}`.toUpperCase(),
    link: () =>
      pick(['https://', '', 'www.']) + name() + digits(2) + pick(['.com', '.vip', '.net', '.club', '.xyz']),
    handle: () => pick(['@', 't.me/']) + name() + digits(2),
    money: () => pick(['200k', '500.000đ', '1 triệu', '5tr', '15 triệu', '30tr', '80 triệu']),
    percent: () => pick(['50%', '100%', '150%', '20%']),
    minutes: () => pick(['15 phút', '30 phút', '5 phút']),
  };
  return line.replace(/\{(\w+)\}/g, (blank, kind) => blanks[kind]?.() ?? blank);
}
