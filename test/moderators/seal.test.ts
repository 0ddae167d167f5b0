import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { seal, unseal } from '../../src/moderators/seal.ts';
import { startService } from '../support/service.ts';

const bytes = Buffer.from('12345678901234567890');

test('what is sealed is opened for its owner, and is sealed differently each time', async () => {
  const { deps } = await startService();
  const [one, other] = [seal(deps, 'lan', bytes), seal(deps, 'lan', bytes)];
  expect([unseal(deps, 'lan', one), unseal(deps, 'lan', other)]).toEqual([bytes, bytes]);
  expect(one).not.toBe(other);
});

test('it does not open for another owner, with another secret, or altered', async () => {
  const { deps } = await startService();
  const sealed = seal(deps, 'lan', bytes);
  const altered = sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  const otherSecret = { ...deps, secret: 'another secret of 32 characters or more' };
  expect([
    unseal(deps, 'minh', sealed),
    unseal(otherSecret, 'lan', sealed),
    unseal(deps, 'lan', altered),
    unseal(deps, 'lan', sealed.slice(0, 20)),
    unseal(deps, 'lan', ''),
  ]).toEqual(Array(5).fill(undefined));
});
