/** Digits and signs for the letters they look like; `1` is an `i` or an `l`. */
export function unleet(word: string, one: 'i' | 'l'): string {
  return Array.from(word, (sign) => ('1!|¡'.includes(sign) ? one : (leet[sign] ?? sign))).join('');
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '€': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '6': 'g',
  '9': 'g',
  '7': 't',
  '+': 't',
  '8': 'b',
  '¢': 'c',
  '(': 'c',
  '£': 'l',
  '¥': 'y',
};

export const leetSigns = '!|¡€@$+¢(£¥';

/** Signs that stand for letters left out. */
export const maskSigns = '*#%&^?_@$!';

/** What the young write for Vietnamese letters: `nqu`, `zái`, `djt`, `kặc`, `fò`, `ddịt`. */
export function unteen(word: string): string {
  return word
    .replace(/dd/, 'đ')
    .replace(/nq/, 'ng')
    .replace(/^z/, 'd')
    .replace(/^f/, 'ph')
    .replace(/^j(?=\p{L})/u, 'gi')
    .replace(/j/, 'i')
    .replace(/^w/, 'qu')
    .replace(/^k(?=[aàáảãạăằắẳẵặâầấẩẫậoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữự])/, 'c')
    .replace(/c?k$/, 'c')
    .replace(/(?<=[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữự])[hz]$/, '')
    .replace(/(?<=[^n])g$/, 'ng');
}
