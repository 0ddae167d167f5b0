import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/filter/lexicon.ts';
import { englishAdded, englishHarmless } from '../../src/filter/lists/english-harmless.ts';
import { linkBrands } from '../../src/filter/lists/link-brands.ts';
import { cheapEndings, clearEndings, doubtfulEndings } from '../../src/filter/lists/link-endings.ts';
import { linkShorteners } from '../../src/filter/lists/link-shorteners.ts';
import { foreignOffers, offers } from '../../src/filter/lists/offers.ts';
import { harm, insults, slurs, vietnameseHarmless, vulgar } from '../../src/filter/lists/vietnamese.ts';

function named(name: string, groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([group, list]) => [`${name}: ${group}`, list]));
}

const lists = {
  cheapEndings,
  englishAdded,
  englishHarmless,
  linkBrands,
  linkEndings: clearEndings + doubtfulEndings,
  linkShorteners,
  harm,
  insults,
  slurs,
  vietnameseHarmless,
  vulgar,
  ...named('offers', offers),
  ...named('foreign offers', foreignOffers),
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
