import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startService } from '../support/service.ts';

test('the types of the client are made from the API as it is: else run npm run client', async () => {
  const { request } = await startService();
  const description = await (await request('/openapi.json')).text();
  const types = readFileSync(new URL('../../src/package/api.ts', import.meta.url), 'utf8');
  expect(types.split('\n', 1)[0]).toContain(createHash('sha256').update(description).digest('hex'));
});
