/** Tables over UTF-16 units: lookups instead of regular expressions, as every unit of every comment passes here. */

export const space = 32;
const zero = 48;

/** A unit as the models see it: any white space is a space, any digit is a zero. */
export const plain = table((unit) => {
  if (unit >= zero && unit <= zero + 9) return zero;
  return /\s/.test(String.fromCharCode(unit)) ? space : unit;
});

/** A plain unit without its Vietnamese marks: ệ is e, đ is d. */
export const bare = table((unit) => {
  if (unit === 0x110 || unit === 0x111) return 0x64;
  if (!isAccentedLatin(unit)) return plain[unit] ?? unit;
  return String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
});

/** 1 for letters and digits; halves of surrogate pairs are neither. */
export const wordly = table((unit) => (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0));

function isAccentedLatin(unit: number): boolean {
  return (unit >= 0xc0 && unit < 0x250) || (unit >= 0x1e00 && unit < 0x1f00);
}

// Beyond the Latin blocks a unit stands for itself; building 65,536 entries would take milliseconds at the start.
function table(entry: (unit: number) => number): Uint16Array {
  return Uint16Array.from({ length: 0x2100 }, (_, unit) => entry(unit));
}
