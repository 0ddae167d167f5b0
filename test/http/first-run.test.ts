import { expect, test } from 'vitest';
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
