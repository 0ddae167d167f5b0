import { expect, test } from 'vitest';
import { publicUrlOf, readSettings } from '../src/settings.ts';

test('an empty environment gives the defaults', () => {
  expect(readSettings({})).toEqual({
    PORT: 8787,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    TRUSTED_PROXIES: [],
    LOG_LEVEL: 'info',
  });
});

test('a wrong value is told in one line that names the setting and what it takes', () => {
  const told = (name: string, value: string) => {
    try {
      readSettings({ [name]: value });
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told('PORT', 'http')).toBe('PORT must be a whole number from 1 to 65535');
  for (const secret of ['', 'short', ' '.repeat(40), `${'k'.repeat(31)}\n`])
    expect(told('SECRET', secret)).toBe('SECRET must be at least 32 characters');
  for (const address of [
    'javascript:1',
    'baomoi.example',
    'https://a:b@c.example',
    'https://c.example/?a',
    'https://c.example/a;b',
    'https://c.example//a',
  ])
    expect(told('PUBLIC_URL', address)).toBe(
      'PUBLIC_URL must be an http or https address, with a path where the service has one',
    );
  expect(told('TRUSTED_PROXIES', '10.0.0.1, nowhere')).toBe(
    'TRUSTED_PROXIES must be addresses or CIDR ranges, separated by commas',
  );
  expect(told('LOG_LEVEL', 'loud')).toBe('LOG_LEVEL must be one of debug, info, warn, error, silent');
});

test('the public address is where it listens, unless it is given', () => {
  expect(publicUrlOf(readSettings({ HOST: '::1', PORT: '9000' }))).toBe('http://[::1]:9000');
  for (const HOST of ['0.0.0.0', '::', '0:0:0:0:0:0:0:0', '0'])
    expect(publicUrlOf(readSettings({ HOST }))).toBe('http://localhost:8787');
  for (const [PUBLIC_URL, seen] of [
    ['https://binh-luan.example/', 'https://binh-luan.example'],
    ['https://Báo.example/binh-luan/', 'https://xn--bo-mia.example/binh-luan'],
    ['https://bao.example/a/b', 'https://bao.example/a/b'],
  ] as const)
    expect(publicUrlOf(readSettings({ PUBLIC_URL }))).toBe(seen);
});
