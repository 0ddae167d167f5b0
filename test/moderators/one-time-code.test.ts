import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { codeOf, findStep, keyAddress, toBase32 } from '../../src/moderators/one-time-code.ts';

const key = Buffer.from('12345678901234567890');

test('the codes of counters are those of RFC 4226, appendix D', () => {
  expect(Array.from({ length: 10 }, (_, counter) => codeOf(key, counter))).toEqual([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ]);
});

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at second %i the code ends as that of RFC 6238, appendix B', (second, ofEightDigits) => {
  const code = ofEightDigits.slice(2);
  expect(findStep(key, code, second * 1000)).toBe(Math.floor(second / 30));
});

test('a code is known one step early and one step late, and no further', () => {
  const [step, now] = [50_000_000, 50_000_000 * 30_000];
  const found = [-2, -1, 0, 1, 2].map((away) => findStep(key, codeOf(key, step + away), now));
  expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
  expect(findStep(key, '', now)).toBeUndefined();
});

test('a key is written as authenticator apps take it', () => {
  const written = toBase32(key);
  expect(written).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(keyAddress(written, 'bao.example', 'Lan: Hòa & Ơn')).toBe(
    `otpauth://totp/bao.example:Lan%20%20H%C3%B2a%20%26%20%C6%A0n?secret=${written}&issuer=bao.example`,
  );
});
