import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import worker from '../../src/worker.ts';
import { startService } from '../support/service.ts';

const PUBLIC_URL = 'https://baomoi.example/binh-luan';

test('a Worker on a route below a path asks for its files without it, and names all with it', async () => {
  await startService();
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const asked: string[] = [];
  const ASSETS = {
    fetch: async (address: string) => {
      asked.push(new URL(address).pathname);
      return new Response('/* a file */', { headers: { 'content-type': 'text/javascript' } });
    },
  } as never;
  const told = { SECRET: 'a secret for tests, of 32 characters or more', LOG_LEVEL: 'silent', PUBLIC_URL };
  const ask = (path: string) =>
    worker.fetch(new Request(PUBLIC_URL + path), { DB: env.DB, ASSETS, ...told }, {});
  const page = await (await ask('/embed/demo?article=/tin/1')).text();
  const addresses = [...page.matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((address) => !address.startsWith('/binh-luan/'))).toEqual([]);
  const script = await ask('/embed.js');
  expect([script.status, asked]).toEqual([200, ['/embed.js']]);
  expect(log.mock.calls.flat().join()).toContain(`${PUBLIC_URL}/moderation/setup/`);
});
