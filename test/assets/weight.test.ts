import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import built from '../../built/manifest.json' with { type: 'json' };
import { places } from '../../src/assets/places.ts';

test('what every page of a site loads stays small: one file of at most 2,200 bytes, compressed with brotli', () => {
  expect(readFileSync(join(places.packed, 'embed.js.br')).length).toBeLessThanOrEqual(2200);
  expect(readFileSync(join(places.public, 'embed.js'), 'utf8')).not.toMatch(/\bimport\b/);
});

test('what works for who writes is a file of its own, of at most 6,500 bytes', () => {
  const { path, imports } = built.files['worker.js'];
  expect(readFileSync(join(places.packed, `${path}.br`)).length).toBeLessThanOrEqual(6500);
  expect(imports).toEqual([]);
  const others = Object.values(built.files).flatMap(({ imports }) => imports);
  expect(others).not.toContain(path);
});
