import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { screen } from '../../src/filter/screen.ts';

/** Digests of numbers: the same hexadecimal digits at every run. */
const digests = Array.from({ length: 400 }, (_, number) =>
  createHash('sha256').update(`${number}`).digest('hex'),
);
const decimal = (digest: string, length: number) =>
  `${Number.parseInt(digest.slice(0, 12), 16)}`.slice(-length);

const kinds: Readonly<Record<string, (digest: string) => string>> = {
  digest: (digest) => digest,
  UUID: (digest) => digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
  'UUID in capitals': (digest) =>
    digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5').toUpperCase(),
  'address of a network card': (digest) => (digest.slice(0, 12).match(/../g) ?? []).join(':'),
  dossier: (digest) => `000.00.16.H29-${decimal(digest, 6)}-${decimal(digest, 4)}`,
  plate: (digest) =>
    `${decimal(digest, 2)}${'ABCDEFGHKLMNSTUVXYZ'[Number(decimal(digest, 1))]}-${decimal(digest, 5)}`,
};

describe.each(Object.entries(kinds))('no letters of a code are read as words: %s', (_, codeFrom) => {
  test.each([
    (code: string) => `Mã của tôi là ${code}, gửi hai tuần mà chưa thấy trả lời.`,
    (code: string) => `Một ${code}.`,
    (code: string) => `My order (${code}) has not arrived yet.`,
  ])('%s', (sentence) => {
    const held = digests
      .map((digest) => sentence(codeFrom(digest)))
      .filter((body) => screen({ author: 'Trần Minh Quân', body }).verdict !== 'pass');
    expect(held).toEqual([]);
  });
});

test.each([
  'địt mẹ mày 6c885b4a-6dd4-4dea-9401-620213473159',
  '59X1-123.45 là xe của thằng chó đẻ đó',
  'c4c.b4d d1t-m3-m4y',
  'Mã 000.00.16.H29-240315-0012 c.ặ.c',
])('a code excuses nothing beside it: %s', (body) => {
  expect(screen({ author: 'Trần Minh Quân', body }).verdict).toBe('hold');
});
