const marks = (count: number) => '\u0301'.repeat(count);

/** Vietnamese and others in all the ways that one text may be written. */
export const forms: readonly string[] = [
  'Nguyễn Thị Hòa'.normalize('NFC'),
  'Nguyễn Thị Hòa'.normalize('NFD'),
  'e\u0323\u0302',
  'e\u0302\u0323',
  'ê\u0323',
  '\u01b0\u031b\u031b',
  '\u0340\u0341\u0343\u0344',
  '\u212b \u2126 \u1fef \u037e',
  '\u2000\u2001 khoảng',
  '\u0958\u095f \ufb2c \u{1d15e}',
  '\uac00\u11a8',
  '\u1112\u1161\u11ab\u1100\u1173\u11af',
  '한글'.normalize('NFD'),
  '\u1100',
  '\u1161\u1161',
  'ﷺ ﬃ ﬁ ㎑ Ⅷ ½',
  'ＦＵＬＬ　ｗｉｄｔｈ',
  'İstanbul ıI ß ẞ ŉ ΰ',
  'Ǆ ǅ ǆ',
  'раураl',
  '𝕍𝕚𝕖𝕥 𝓝𝓪𝓶 🅅🄽',
  'ภาษาไทย กำ',
  'ཀྵ ཱི',
  'தமிழ் ক্ষ ក្ស',
  'မြန်မာ',
  '漢字か゛が',
  '〱〲 ﾊﾟ',
];

/** Pictures that are several characters, whole and torn. */
export const pictures: readonly string[] = [
  '😀',
  '👩🏽‍🚀',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '🇻🇳',
  '🇻🇳🇻',
  '1️⃣#️⃣',
  '❤️❤︎',
  '👍🏻👍🏿🏿',
  '\u200d👩',
  '🏻',
  '🇦'.repeat(27),
  '👩‍'.repeat(40),
];

/** Letters under towers of marks: up to the limit of the stream-safe format, and beyond it. */
export const towers: readonly string[] = [
  `a${marks(1)}`,
  `a${marks(30)}`,
  `a${marks(31)}`,
  `a${marks(200)}`,
  marks(30),
  marks(31),
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324 a\u0334\u0335\u0336\u0337\u0338\u0489',
  `o${'\u0323\u0302'.repeat(14)}`,
  `o${'\u0323\u0302'.repeat(16)}`,
  `${marks(20)}${'\u0327'.repeat(20)}`,
  `a${'\u0363'.repeat(30)}b${'\u20dd'.repeat(30)}`,
  `ก${'\u0e49'.repeat(29)}`,
  'ế\u0323'.repeat(50),
];

/** Places in the table where there is no character, or none that all agree on. */
export const places: readonly string[] = [
  '\ufdd0\ufdef',
  '\ufffe\uffff',
  '\u{1fffe}\u{10ffff}',
  '\ue000\uf8ff',
  '\u{f0000}\u{10fffd}',
  '\u0378\u{e0080}',
  '\ufffc\ufffd',
  '\ufff9a\ufffab\ufffb',
  '\u{1f100}',
  '\u{13430}\u{13437}',
  '\u{e0061}\u{e007f}',
];

export const unicode: readonly string[] = [...forms, ...pictures, ...towers, ...places];
