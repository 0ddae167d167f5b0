import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import built from '../../built/manifest.json' with { type: 'json' };
import { places } from '../../src/assets/places.ts';
import { digestOfSources, filesIn } from '../../src/assets/sources.ts';
import { temporaryFolder } from '../support/process.ts';

const published = filesIn(places.public);
const read = (path: string) => readFileSync(join(places.public, path), 'utf8');
const entries = Object.entries(built.files);

test('what is public is built files, pages of help and clips, and nothing else', () => {
  const kinds =
    /^(embed\.js|assets\/[\w-]+\.[A-Z2-7]{8}\.(js|css)|help\/(vi|en)\/[a-z-]+\.json|audio\/(vi|en)-[A-Z0-9]\.wav)$/;
  expect(published.filter((path) => !kinds.test(path))).toEqual([]);
  const packed = published
    .filter((path) => !/^(audio|help)\//.test(path))
    .flatMap((path) => [`${path}.br`, `${path}.gz`]);
  expect(filesIn(places.packed)).toEqual(packed.sort());
});

test('every page and every style of the sources has its file, and what it loads is there', () => {
  const styles = filesIn(join(places.browser, 'styles')).filter((path) => !path.includes('/'));
  const scripts = ['embed.js', 'theme.js', 'worker.js', 'frame.js', 'desk.js', 'queue.js'];
  const names = entries.map(([name]) => name);
  expect([...styles, ...scripts].filter((name) => !names.includes(name))).toEqual([]);
  const named = entries.flatMap(([, { path, imports }]) => [path, ...imports]);
  expect(named.filter((path) => !published.includes(path))).toEqual([]);
  const imported = published
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) =>
      [...read(path).matchAll(/["']\.\/([\w.-]+\.js)["']/g)].map(([, name]) => `assets/${name}`),
    );
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter((path) => !published.includes(path))).toEqual([]);
});

test('a script of a single file leaves no name behind in the page that loads it', () => {
  for (const name of ['embed.js', 'theme.js'] as const)
    expect(read(built.files[name].path)).toMatch(/^("use strict";)?\(\(\)=>\{.*\}\)\(\);\s*$/s);
});

test('the licence of what others wrote goes with it', () => {
  expect(read(built.files['worker.js'].path)).toContain('Copyright (c) 2023-2026 Daniel Regeci');
});

test('what the bundled service names from where it is, is there: threads, programs, files', () => {
  const texts = filesIn(places.service).map((name) => readFileSync(join(places.service, name), 'utf8'));
  const named = texts.flatMap((text) => [...text.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)]);
  const paths = named.map(([, path = '']) => join(places.service, path));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  const begun = paths.filter((path) => path.startsWith(places.service));
  expect(begun.length).toBeGreaterThan(3);
});

test('any change to the sources is noticed', () => {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const at = (name: string) => join(path, name);
  const changes = [
    () => writeFileSync(at('a.ts'), '1;'),
    () => writeFileSync(at('a.ts'), '2;'),
    () => writeFileSync(at('b.css'), ''),
    () => renameSync(at('b.css'), at('c.css')),
    () => rmSync(at('c.css')),
  ];
  const digests = changes.map((change) => {
    change();
    return digestOfSources([path]);
  });
  expect(digests[4]).toBe(digests[1]);
  expect(new Set(digests).size).toBe(4);
});
