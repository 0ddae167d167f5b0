import type { Span } from './finding.ts';
import type { Word } from './reading/words.ts';
import type { Reading } from './reading.ts';

/** A way to reach somebody that a text gives. */
export interface Contact extends Span {
  kind: 'phone' | 'handle' | 'code';
  /** Whether it was written so that a filter would miss it. */
  hidden: boolean;
}

/** Telephone numbers, short ones that messages are to be sent to, and names on messengers. */
export function contactsOf(reading: Reading): Contact[] {
  return [...phonesOf(reading), ...spelledPhones(reading.spoken), ...codesOf(reading), ...handlesOf(reading)];
}

// Digits, and letters that look like them, in groups with one sign between; bounded, so the scan stays linear.
const numbers =
  /(?<![\p{L}\p{N}.,])(?:\+?84|\+[1-9]|[0o])(?:[ .\-()*_/]{0,2}[0-9oil|]){7,12}(?![\p{L}\p{N}]|[.,]\d)/gu;

function phonesOf(reading: Reading): Contact[] {
  const found: Contact[] = [];
  if (!/\d(?:.{0,3}\d){5}/s.test(reading.canonical)) return found;
  for (const { 0: run, index } of reading.canonical.matchAll(numbers)) {
    const digits = digitsOf(run);
    if (!(isPhone(digits) || isForeign(run, digits)) || (run.match(/\d/g)?.length ?? 0) < 6) continue;
    const [start = 0, end = 0] = [reading.starts[index], reading.ends[index + run.length - 1]];
    const hidden =
      /[oil|*_/]/.test(run) ||
      !/^[+\d .()-]+$/.test(reading.text.slice(start, end)) ||
      /^\d(?: \d){7}/.test(reading.text.slice(start, end));
    found.push({ kind: 'phone', start, end, hidden });
  }
  return found;
}

function digitsOf(run: string): string {
  const digits = run.replaceAll('o', '0').replace(/[il|]/g, '1').replace(/\D/g, '');
  return digits.startsWith('84') ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
}

/** Mobile and fixed numbers of Viet Nam. */
function isPhone(digits: string): boolean {
  return /^0[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits) || /^01[2689]\d{8}$/.test(digits);
}

/** With the code of another country, or at a higher price in Britain, from where many such offers come. */
function isForeign(run: string, digits: string): boolean {
  return (/^\+(?!84)/.test(run) && digits.length >= 9) || /^0(?:70|8[47]|9\d)\d{8}$/.test(digits);
}

// "soạn VIP gửi 8055", "txt WIN to 87121", but no year, and no 14xx, by which Vietnamese give to charities.
const codes =
  /(?<![\p{L}\p{N}])(?:(?:soạn|soan) [^.!?\n]{1,40}? (?:gửi|gui|tới|toi|đến|den) (?!14|19|20)\d{4}|(?:txt|text|send|reply|sms)[^.!?\n]{1,40}? (?:to|2) \d{5})(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Short numbers that cost who sends them a message. */
function codesOf({ canonical, starts, ends }: Reading): Contact[] {
  if (!/\d{4}/.test(canonical)) return [];
  return Array.from(canonical.matchAll(codes), ({ 0: run, index }) => ({
    kind: 'code',
    start: starts[index] ?? 0,
    end: ends[index + run.length - 1] ?? 0,
    hidden: false,
  }));
}

const numerals = new Map(
  [
    'không khong zero',
    'một mot mốt one',
    'hai two',
    'ba three',
    'bốn bon tư four',
    'năm nam lăm lam five',
    'sáu sau six',
    'bảy bay bẩy seven',
    'tám tam eight',
    'chín chin nine',
  ].flatMap((names, digit) => names.split(' ').map((name): [string, string] => [name, String(digit)])),
);

const fewDigits = /^\d{1,3}$/;

/** Numbers spelled out: "không chín một hai …", digits among them or not. */
function spelledPhones(words: readonly Word[]): Contact[] {
  const found: Contact[] = [];
  for (let at = 0; at < words.length; ) {
    let to = at;
    let digits = '';
    for (let word = words[to]; word; word = words[to]) {
      const digit = numerals.get(word.text) ?? (fewDigits.test(word.text) ? word.text : undefined);
      if (digit === undefined || digits.length > 11) break;
      digits += digit;
      to++;
    }
    if (to - at >= 5 && isPhone(digits))
      found.push({ kind: 'phone', start: words[at]?.start ?? 0, end: words[to - 1]?.end ?? 0, hidden: true });
    at = Math.max(to, at + 1);
  }
  return found;
}

const apps = new Set(
  'zalo zalô zal0 z4lo tele telegram telegr tlgr whatsapp whatsap viber messenger skype wechat insta instagram fb facebook line'.split(
    ' ',
  ),
);

function handlesOf(reading: Reading): Contact[] {
  return [
    ...atSigns(reading),
    ...reading.written.flatMap((word, at) => afterApp(reading, word, reading.written[at + 1])),
  ];
}

function atSigns({ canonical, text, starts, ends }: Reading): Contact[] {
  if (!canonical.includes('@')) return [];
  return Array.from(
    canonical.matchAll(/(?<![\p{L}\p{N}._-])@ ?[a-z][a-z0-9_.]{2,31}/gu),
    ({ 0: run, index }) => {
      const [start = 0, end = 0] = [starts[index], ends[index + run.length - 1]];
      return { kind: 'handle', start, end, hidden: text.slice(start, end).toLowerCase() !== run };
    },
  );
}

/** "Zalo: ten_toi", a colon being what tells a name from the next word. */
function afterApp({ text }: Reading, app: Word, name: Word | undefined): Contact[] {
  if (!name || !apps.has(app.text) || !/^ ?[:=@] ?@?$/.test(text.slice(app.end, name.start))) return [];
  return /^[a-z0-9]{4,}$/.test(name.text)
    ? [{ kind: 'handle', start: app.start, end: name.end, hidden: false }]
    : [];
}
