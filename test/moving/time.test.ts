import { expect, test } from 'vitest';
import { readTime, readZone } from '../../src/moving/read/time.ts';

const at = (text: string | number, zone?: string, isUtc = false) => {
  const given = zone === undefined ? undefined : readZone(zone);
  const time = readTime({ text, zone: isUtc ? 'utc' : undefined }, given);
  return typeof time === 'number' ? new Date(time).toISOString() : time;
};

const told: [string | number, string][] = [
  ['2024-05-01T01:02:03Z', '2024-05-01T01:02:03.000Z'],
  ['2024-06-01T08:00:01.123456789+07:00', '2024-06-01T01:00:01.123Z'],
  ['2024-07-01 08:00:10 +0700', '2024-07-01T01:00:10.000Z'],
  ['2024-07-01 08:00:10 +0800 +0800', '2024-07-01T00:00:10.000Z'],
  ['2024-07-01 08:00:10.5 +0700 +07 m=+0.01', '2024-07-01T01:00:10.500Z'],
  ['2024-06-30 20:00:00 -0500', '2024-07-01T01:00:00.000Z'],
  ['2024-06-30 20:00:00+07', '2024-06-30T13:00:00.000Z'],
  ['2024-06-30 20:00:00 UTC', '2024-06-30T20:00:00.000Z'],
  ['2024/6/3 1:02:03 GMT', '2024-06-03T01:02:03.000Z'],
  [1_720_000_000_000, '2024-07-03T09:46:40.000Z'],
  [1_720_000_000.25, '2024-07-03T09:46:40.250Z'],
  [1_720_000_000_123_456, '2024-07-03T09:46:40.123Z'],
];

test.each(told)('%s says in which zone it is, whatever zone is given', (text, expected) =>
  expect(at(text, 'America/New_York')).toBe(expected),
);

test('a time without a zone is of the format, else as the operator says, and never of this machine', () => {
  expect(at('2024-03-01 09:00:00', '+07:00', true)).toBe('2024-03-01T09:00:00.000Z');
  expect(at('2024-03-01 09:00:00', '+07:00')).toBe('2024-03-01T02:00:00.000Z');
  expect(at('2024-03-01 09:00:00', 'Asia/Ho_Chi_Minh')).toBe('2024-03-01T02:00:00.000Z');
  expect(at('2024-03-01 09:00:00')).toBe('zone');
});

test('a zone by its name is ahead by what it was then', () => {
  expect(at('2024-01-15 12:00', 'Europe/Berlin')).toBe('2024-01-15T11:00:00.000Z');
  expect(at('2024-07-15 12:00', 'Europe/Berlin')).toBe('2024-07-15T10:00:00.000Z');
  expect(at('2024-03-31 01:59:59', 'Europe/Berlin')).toBe('2024-03-31T00:59:59.000Z');
  expect(at('2024-03-31 03:00:00', 'Europe/Berlin')).toBe('2024-03-31T01:00:00.000Z');
});

test.each([
  '',
  'hôm qua',
  '0000-00-00 00:00:00',
  '0001-01-01T00:00:00Z',
  '2024-02-30 00:00:00',
  '2024-13-01 00:00:00',
  '2024-01-01 25:00:00',
  '2024-01-01 10:75:00',
  '2024-01-01 10:00:00 PM',
  '2024-01-01 10:00:00 EST',
  '2024-01-01 10:00:00 +99:00',
  'Mon, 01 Jan 2024',
  0,
  -1,
  Number.NaN,
])('%j is no time that there is', (text) => expect(at(text, '+07:00')).toBeUndefined());

test.each(['Z', 'utc', '+07:00', '-0330', 'Asia/Ho_Chi_Minh'])('%s is a zone', (zone) =>
  expect(() => readZone(zone)).not.toThrow(),
);

test.each(['', '7', '+25:00', 'Hà Nội', 'Asia/Saigonn'])('%j is no zone', (zone) =>
  expect(() => readZone(zone)).toThrow('--zone must be'),
);
