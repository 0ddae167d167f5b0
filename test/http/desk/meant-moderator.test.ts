import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

test('what a page sends for its moderator is refused where somebody else is signed in by now', async () => {
  const service = await startService();
  const lan = await service.addModerator('Lan');
  const minh = await service.addModerator('Minh');
  const { status, body } = await service.json('GET', '/api/v1/session', undefined, lan);
  expect(status).toBe(200);
  const meant = { 'binh-luan-moderator': body.moderator.id };
  const ask = async (headers: Record<string, string>) =>
    (await service.json('GET', '/api/v1/queue', undefined, { ...headers, ...meant })).status;
  expect([await ask(lan), await ask(minh)]).toEqual([200, 401]);
});
