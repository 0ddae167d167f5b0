import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { places } from '../../src/assets/places.ts';

test('what every page of a site loads stays small: one file of at most 2,260 bytes, compressed with brotli', () => {
  expect(readFileSync(join(places.packed, 'embed.js.br')).length).toBeLessThanOrEqual(2260);
  expect(readFileSync(join(places.public, 'embed.js'), 'utf8')).not.toMatch(/\bimport\b/);
});
