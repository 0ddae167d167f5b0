import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/process.ts';
import { clientId, clientSecret, signInThere, startProvider } from '../support/provider.ts';
import { startWorker } from '../support/worker-process.ts';

let worker: Awaited<ReturnType<typeof startWorker>>;
let provider: Awaited<ReturnType<typeof startProvider>>;

beforeAll(async () => {
  const at = await freePort();
  worker = await startWorker({
    OIDC_ISSUER: `http://127.0.0.1:${at}`,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_SCOPE: 'openid profile groups',
    OIDC_MODERATORS: 'thoi-su=demo',
  });
  provider = await startProvider(`${worker.url}/moderation/session/callback`, { at });
});

afterAll(async () => {
  await worker?.stop();
  await provider?.stop();
});

/** Signs in there, and says what came of it here. */
async function signIn(login: string) {
  const begun = await fetch(`${worker.url}/moderation/session/provider`, { redirect: 'manual' });
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const returned = await signInThere(begun.headers.get('location') ?? '', login);
  const back = () => fetch(returned, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });
  const first = await back();
  const again = await back();
  const session = first.headers.getSetCookie().find((one) => one.startsWith('binh_luan_session='));
  return { first: first.status, again: again.status, who: { cookie: session?.split(';')[0] ?? '' } };
}

test('on Workers, too, one signs in by the provider, once, and is shut out without the group', async () => {
  provider.people.lan = { name: 'Lan', groups: ['thoi-su'] };
  const lan = await signIn('lan');
  expect([lan.first, lan.again]).toEqual([303, 401]);
  const queue = () => fetch(`${worker.url}/api/v1/queue`, { headers: lan.who });
  expect((await queue()).status).toBe(200);
  provider.people.lan.groups = [];
  expect((await signIn('lan')).first).toBe(403);
  expect((await queue()).status).toBe(401);
});
