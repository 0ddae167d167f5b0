import { expect, test } from 'vitest';
import { priceAt } from '../../../src/captcha/price.ts';
import { deriveAtOnce, newKey, newWork } from '../../../src/captcha/work.ts';
import { siteSettings } from '../../../src/sites/site.ts';
import { findSite } from '../../../src/store/sites.ts';
import { doWork } from '../../contract/work.ts';
import { type Service, startService } from '../../support/service.ts';

const dearest = [0, 1, 2, 3].findIndex((step) => priceAt(step).pictureBesides);

async function startQuiet() {
  const service = await startService();
  await service.setSite({ captcha: 'auto', 'work-held': 'off', moderation: 'publish-clean' });
  return service;
}

/** The work of a challenge at this step, with fewer tries than are asked for. */
async function workAt(service: Service, id: string, step: number): Promise<string> {
  const { secret, random } = service.deps;
  return JSON.stringify(
    await doWork(await newWork(secret, { challenge: id, step }, await newKey(1, random, deriveAtOnce))),
  );
}

const scriptless = /<noscript>[\s\S]*?<\/noscript>/g;
const isInSight = (page: string) => page.replace(scriptless, '').includes('data-picture');

test('work without the picture that is asked for besides stays good, and the picture comes into sight', async () => {
  const service = await startQuiet();
  const { id, answer } = await service.solveChallenge();
  const proofOfWork = await workAt(service, id, dearest);
  const form = {
    article: '/bai',
    author: 'Hòa',
    body: 'Một ý kiến.',
    do: 'send',
    challenge: id,
    proofOfWork,
  };
  const asking = await service.form('/embed/demo', form);
  const page = await asking.text();
  expect([asking.status, isInSight(page), page.includes(id)]).toEqual([422, true, true]);
  expect(page).toContain('aria-invalid');
  const [, kept = ''] = /name="proofOfWork" value="([^"]+)"/.exec(page) ?? [];
  expect(kept.replaceAll('&quot;', '"')).toBe(proofOfWork);

  const wrong = await service.form('/embed/demo', { ...form, answer, email: 'không phải' });
  const corrected = await wrong.text();
  expect([isInSight(corrected), corrected.includes(`value="${answer}"`)]).toEqual([true, true]);
  expect((await service.form('/embed/demo', { ...form, answer })).status).toBe(303);
});

test('a form that was sent without either keeps the picture for who has no scripts', async () => {
  const service = await startQuiet();
  const { id, answer } = await service.solveChallenge();
  const form = { article: '/bai', author: 'Hòa', body: 'Một ý kiến.', do: 'send', challenge: id };
  const page = await (await service.form('/embed/demo', form)).text();
  expect([isInSight(page), page.includes(id)]).toEqual([false, true]);
  expect((await service.form('/embed/demo', { ...form, answer })).status).toBe(303);
});

test('a new site confirms readers quietly, and the demo shows the picture', async () => {
  const service = await startService();
  expect(siteSettings.parse({ name: 'Báo' })).toMatchObject({ captcha: 'auto', 'work-held': 'off' });
  expect(await findSite(service.deps.database, 'demo')).toMatchObject({ captcha: 'on', 'work-held': 'on' });
});
