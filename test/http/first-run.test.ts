import { expect, test } from 'vitest';
import { listKeys } from '../../src/readers/identity-keys.ts';
import { plainComment } from '../support/identity.ts';
import { startService } from '../support/service.ts';

test('as long as nobody can sign in, it is said where the one-time link is', async () => {
  const service = await startService();
  const pages = async () =>
    Promise.all(
      ['/', '/moderation/session/new'].map(async (path) =>
        (await (await service.request(path)).text()).includes('liên kết dùng một lần'),
      ),
    );
  const wrong = await service.form('/moderation/session', { name: 'admin', password: 'admin' });
  expect(await wrong.text()).toContain('liên kết dùng một lần');
  expect(await pages()).toEqual([true, true]);
  await service.addModerator('Lan', { role: 'owner' });
  expect(await pages()).toEqual([false, false]);
});

async function readFirstRun(address: string, peer = '192.0.2.1') {
  const service = await startService();
  const visit = async (path = address, from = peer) => {
    const page = await (await service.request(path, { headers: { 'x-test-peer': from } })).text();
    return { page, token: /data-identity="([^"]+)"/.exec(page)?.[1] ?? '' };
  };
  return { service, visit, ...(await visit()) };
}

test('the first-run page signs who its visitor is where it is asked to, with one key of its own', async () => {
  const { service, visit, token } = await readFirstRun('/?as=reader');
  const sent = await service.json('POST', '/api/v1/sites/demo/comments', plainComment(), {
    'binh-luan-identity': token,
  });
  expect(sent.status).toBe(202);
  const own = async (identity: string) =>
    (await service.json('GET', '/api/v1/sites/demo/own', undefined, { 'binh-luan-identity': identity })).body
      .comments.length;
  expect(await own((await visit()).token)).toBe(1);
  expect(await own((await visit('/?as=reader', '198.51.100.7')).token)).toBe(0);
  expect(await listKeys(service.deps, 'demo')).toHaveLength(1);
});

test('what the first-run page signs is worth nothing on another site', async () => {
  const { service, token } = await readFirstRun('/?as=reader');
  await service.addSite('bao', { identity: 'offered' });
  const sent = await service.json('POST', '/api/v1/sites/bao/comments', plainComment(), {
    'binh-luan-identity': token,
  });
  expect([sent.status, sent.body.type]).toEqual([401, expect.stringMatching(/identity$/)]);
});

test('whoever opens the first-run page otherwise is nobody there, with a way to see it as a reader', async () => {
  for (const address of ['/', '/?as=', '/?as=owner']) {
    const { page, token } = await readFirstRun(address);
    expect([token, page.includes('href="/?as=reader#y-kien"')]).toEqual(['', true]);
  }
});

test('where the site of the first-run page vouches for nobody, it signs nothing and offers nothing', async () => {
  const { service, visit } = await readFirstRun('/');
  await service.setSite({ identity: 'off' });
  const { page, token } = await visit('/?as=reader');
  expect([token, page.includes('as=reader')]).toEqual(['', false]);
  expect(await listKeys(service.deps, 'demo')).toEqual([]);
});
