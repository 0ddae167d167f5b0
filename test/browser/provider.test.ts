import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { freePort, type ServiceProcess, startProcess } from '../support/process.ts';
import { clientId, clientSecret, startProvider } from '../support/provider.ts';

let browser: Browser;
let service: ServiceProcess;
let provider: Awaited<ReturnType<typeof startProvider>>;

beforeAll(async () => {
  const at = await freePort();
  [browser, service] = await Promise.all([
    launchBrowser(),
    startProcess({
      OIDC_ISSUER: `http://127.0.0.1:${at}`,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_SCOPE: 'openid profile groups',
      OIDC_OWNERS: 'ban-bien-tap=*',
    }),
  ]);
  provider = await startProvider(`${service.url}/moderation/session/callback`, { at });
  provider.people.chu = { name: 'Trần Chủ', groups: ['ban-bien-tap'] };
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await provider?.stop();
});

test('a moderator signs in by the button of the work account and comes to the page that was asked for', async () => {
  const { page, errors } = await openPage(browser);
  await page.goto(`${service.url}/moderation/articles?q=xe`);
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản cơ quan' }).click();
  await page.fill('[name=login]', 'chu');
  await page.fill('[name=password]', 'bất kỳ');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${service.url}/moderation/articles?q=xe`);
  // The provider's own pages ask for a font that is not there.
  errors.splice(0);
  await page.goto(`${service.url}/moderation/account`);
  await expect.poll(() => page.textContent('main')).toContain('Trần Chủ');
  expect(errors).toEqual([]);
});

test('a sign-in beside a page of the desk ends where it says that one may go back', async () => {
  const { page } = await openPage(browser);
  const answer = await page.request.get(`${service.url}/api/v1/session`);
  const { signIn } = await answer.json();
  await page.goto(service.url + signIn.provider);
  await page.fill('[name=login]', 'chu');
  await page.fill('[name=password]', 'bất kỳ');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${service.url}/moderation/session/done`);
  expect(await page.textContent('h1')).toBe('Bạn đã đăng nhập');
  const now = await (await page.request.get(`${service.url}/api/v1/session`)).json();
  expect(now.moderator.name).toBe('Trần Chủ');
});
