type Draw = () => number;

/** A line with one of each choice in it, `[a|b]`, and something for each blank, `{name}`; `own` are its file's blanks. */
export function filled(line: string, own: Readonly<Record<string, string>>, draw: Draw): string {
  const chosen = chosenIn(line, draw).replace(/\{(\w+)\}/g, (blank, name) => own[name] ?? blank);
  const text = chosenIn(chosen, draw).replace(/\{(\w+)\}/g, (blank, name) => blanks[name]?.(draw) ?? blank);
  return text.replace(/ +/g, ' ').trim();
}

/** Blanks that a file defines for its own lines: `{name} = a|b`. */
export function blanksOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name = '', choices = ''] = /^\{(\w+)\} = (.+)$/.exec(line) ?? [];
      return name ? [[name, `[${choices}]`]] : [];
    }),
  );
}

function chosenIn(line: string, draw: Draw): string {
  return line.replace(/\[([^[\]]*\|[^[\]]*)\]/g, (_, choices) => pick(choices.split('|'), draw));
}

function pick(choices: readonly string[], draw: Draw): string {
  return choices[Math.floor(draw() * choices.length)] ?? '';
}

function digits(count: number, draw: Draw): string {
  return Array.from({ length: count }, () => Math.floor(draw() * 10)).join('');
}

function between(least: number, most: number, draw: Draw): number {
  return least + Math.floor(draw() * (most - least + 1));
}

const trades = ['vuivip', 'thanglon', 'lucky', 'topwin', 'hotbet', 'vaynhe', 'shopxinh', 'tienve'];
const trusted = [
  'vietcombank',
  'bidv',
  'techcombank',
  'shopee',
  'vneid',
  'csgt',
  'vnpost',
  'dichvucong',
  'evn',
];
const lures = ['xacminh', 'nhanqua', 'online', 'hotro', 'trian', 'login', 'xacthuc'];

const blanks: Readonly<Record<string, (draw: Draw) => string>> = {
  phone: (draw) =>
    pick(['09{8}', '03{2} {3} {3}', '08{2}.{3}.{3}'], draw).replace(/\{(\d)\}/g, (_, count) =>
      digits(Number(count), draw),
    ),
  brand: (draw) => `${pick(trades, draw)}${digits(2, draw)}`.toUpperCase(),
  link: (draw) =>
    pick(['https://', '', 'www.'], draw) +
    pick(trades, draw) +
    digits(2, draw) +
    pick(['.com', '.vip', '.net', '.club', '.xyz'], draw),
  fake: (draw) =>
    `${pick(['https://', ''], draw)}${pick(trusted, draw)}-${pick(lures, draw)}${pick(['.com', '.vip', '.top', '.cc', '.info'], draw)}`,
  handle: (draw) => pick(['@', 't.me/'], draw) + pick(trades, draw) + digits(2, draw),
  money: (draw) => pick(['200k', '500.000đ', '1 triệu', '5tr', '15 triệu', '30tr', '80 triệu'], draw),
  percent: (draw) => pick(['50%', '100%', '150%', '20%'], draw),
  minutes: (draw) => pick(['15 phút', '30 phút', '5 phút'], draw),
  one: (draw) => String(between(0, 9, draw)),
  n: (draw) => String(between(2, 12, draw)),
  two: (draw) => String(between(10, 99, draw)),
  three: (draw) => String(between(100, 999, draw)),
  small: (draw) => String(between(2, 90, draw) * 10),
  million: (draw) => String(between(2, 180, draw)),
  price: (draw) => `${between(1, 99, draw)}.${pick(['000', '500', '250'], draw)}${pick(['', '.000'], draw)}`,
  year: (draw) => String(between(1954, 2027, draw)),
  hour: (draw) => `${between(5, 22, draw)}${pick([':00', 'h30', 'h', 'h15', ':45'], draw)}`,
  date: (draw) =>
    `${between(1, 28, draw)}/${between(1, 12, draw)}${pick(['', '/2024', '/2025', '/2026'], draw)}`,
};
