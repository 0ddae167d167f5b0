import { describe, expect, test } from 'vitest';
import { englishHarmless } from '../../src/filter/lists/english-harmless.ts';
import { linkBrands } from '../../src/filter/lists/link-brands.ts';
import { clearEndings, doubtfulEndings } from '../../src/filter/lists/link-endings.ts';
import { linkShorteners } from '../../src/filter/lists/link-shorteners.ts';
import { vietnamese, vietnameseHarmless } from '../../src/filter/lists/vietnamese.ts';
import { entriesOf } from '../../src/filter/phrases.ts';

const lists = {
  englishHarmless,
  linkBrands,
  linkEndings: clearEndings + doubtfulEndings,
  linkShorteners,
  vietnamese,
  vietnameseHarmless,
};

describe.each(Object.entries(lists))('the list %s', (_, list) => {
  const entries = entriesOf(list);

  test('has no entry twice', () => {
    expect(entries.filter((entry, at) => entries.indexOf(entry) !== at)).toEqual([]);
  });

  test('is in lower case and composed', () => {
    expect(entries.filter((entry) => entry !== entry.toLowerCase().normalize('NFC'))).toEqual([]);
  });
});
