import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../support/process.ts';

test('a start that trusts everybody says so', async () => {
  const service = await startProcess({ TRUSTED_PROXIES: '127.0.0.1, 0.0.0.0/0' });
  onTestFinished(() => service.stop());
  await expect.poll(() => service.output.err).toContain('TRUSTED_PROXIES has a range so wide');
  expect(JSON.parse(service.output.err.split('\n')[0] ?? '')).toMatchObject({
    level: 'warn',
    range: '0.0.0.0/0',
  });
});
