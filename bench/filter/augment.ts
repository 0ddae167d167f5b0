import type { Row } from './rows.ts';

/** The row as typed on a keyboard without Vietnamese marks. */
export function unmarked(row: Row): Row {
  const text = row.text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return { ...row, id: `${row.id}-unmarked`, text };
}

/** The row as the young write it who spare letters. */
export function teencode(row: Row, random: () => number): Row {
  return eachWord(row, 'teencode', (word) => (random() < 0.7 ? (short[word.toLowerCase()] ?? word) : word));
}

/** The row with some words as they are spelled by ear, or with a mark forgotten. */
export function misspelt(row: Row, random: () => number): Row {
  return eachWord(row, 'misspelt', (word) => (random() < 0.25 ? heard(word, random()) : word));
}

/** The row with some of its words written around a filter: letters spaced, dotted or starred, digits for letters. */
export function disguised(row: Row, random: () => number): Row {
  return eachWord(row, 'disguised', (word) => (random() < 0.5 ? word : disguise(word, random())));
}

function eachWord(row: Row, name: string, change: (word: string) => string): Row {
  const text = row.text.split(' ').map(change).join(' ');
  return { ...row, id: `${row.id}-${name}`, text };
}

function disguise(word: string, choice: number): string {
  const letters = [...word.normalize('NFC')];
  if (letters.length < 2 || letters.length > 6) return word;
  if (choice < 0.3) return letters.join('.');
  if (choice < 0.5) return letters.join(' ');
  if (choice < 0.75) return letters.map((letter, at) => (at === 1 ? '*' : letter)).join('');
  return letters.map((letter) => leet[letter] ?? letter).join('');
}

const leet: Record<string, string> = { o: '0', i: '1', e: '3', a: '4', s: '5', u: 'v', g: '9' };

const short: Record<string, string> = Object.fromEntries(
  `không=ko được=đc gì=j vậy=v rồi=r mày=m tao=t với=vs người=ng nhiều=nh bây=bh biết=bik yêu=iu thôi=thoy quá=wá
  gái=gáii trai=zai bạn=bn anh=a em=e chị=c mình=mk những=nhg như=nhu thế=tế luôn=lun đi=đy nhé=nhá cũng=cx
  trong=trg ngày=ngàyy tiền=tìn nhắn=nt inbox=ib liên=lh giá=zá muốn=mún hay=hayy làm=lm trước=trc vợ=vk chồng=ck
  nào=nàoo vào=zào về=zề vì=zì dạ=zạ nói=ns thằng=thg bọn=bn điện=đt phải=fải`
    .split(/\s+/)
    .map((pair) => pair.split('=')),
);

/** First sounds that much of the country does not tell apart. */
const alike: readonly [RegExp, string][] = [
  [/^ch/, 'tr'],
  [/^tr/, 'ch'],
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^gi/, 'd'],
  [/^d/, 'gi'],
  [/^l/, 'n'],
  [/^n(?!g|h)/, 'l'],
  [/^qu/, 'w'],
  [/^ph/, 'f'],
];

function heard(word: string, choice: number): string {
  if (choice < 0.4) return alike.find(([sound]) => sound.test(word)) ? spelledAlike(word) : word;
  if (choice < 0.7)
    return word
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC');
  return choice < 0.85
    ? word.replace(/ỏ/g, 'õ').replace(/ả/g, 'ã').replace(/ẻ/g, 'ẽ')
    : word.replace(/.$/u, '$&$&');
}

function spelledAlike(word: string): string {
  const [sound, other] = alike.find(([first]) => first.test(word)) ?? [/^/, ''];
  return word.replace(sound, other);
}
