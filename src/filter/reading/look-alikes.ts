/** Letters of other alphabets, and odd Latin ones that Unicode does not decompose, by the letters they look like. */
const pairs: readonly (readonly [alike: string, letters: string])[] = [
  ['a', 'аαɑᴀӕ'],
  ['b', 'ьвƅʙɓЬß'],
  ['c', 'сϲᴄⅽᏟ'],
  ['d', 'ԁɗᴅⅾժ'],
  ['e', 'еєэεҽɛᴇ℮'],
  ['f', 'ƒғꜰ'],
  ['g', 'ɡɢԍɠ'],
  ['h', 'һнհʜɦ'],
  ['i', 'іιıɪӏ'],
  ['j', 'јᴊϳ'],
  ['k', 'кκᴋƙ'],
  ['l', 'ⅼʟłɭ'],
  ['m', 'мᴍⅿ'],
  ['n', 'пηոɴɲ'],
  ['o', 'оοօσᴏøөס'],
  ['p', 'рρᴘþƥ'],
  ['q', 'ԛզ'],
  ['r', 'гʀɾ'],
  ['s', 'ѕꜱʂ'],
  ['t', 'тτᴛƭŧ'],
  ['u', 'υսᴜʋц'],
  ['v', 'ѵνᴠ'],
  ['w', 'ѡԝωᴡшա'],
  ['x', 'хχ'],
  ['y', 'уүγʏყ'],
  ['z', 'ᴢʐᴣ'],
  ['đ', 'ðɖђ'],
];

const table = new Map(pairs.flatMap(([alike, letters]) => Array.from(letters, (letter) => [letter, alike])));

/** The Latin letter that a letter in lower case looks like. */
export function lookAlike(letter: string): string | undefined {
  return table.get(letter);
}

const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

/** The letter in a filled circle or square, which Unicode takes for a picture. */
export function framedLetter(codePoint: number): string | undefined {
  const [first] = blocks.find(([from, to]) => codePoint >= from && codePoint <= to) ?? [];
  return first === undefined ? undefined : String.fromCharCode(97 + codePoint - first);
}
