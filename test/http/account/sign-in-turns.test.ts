import { expect, test } from 'vitest';
import { addAccount, signIn } from '../../support/accounts.ts';
import { startService } from '../../support/service.ts';

test('whoever signs in, in whichever way, waits for a turn of their address, and nobody else waits', async () => {
  const service = await startService();
  await addAccount(service);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const [waiting, answered]: [string[], string[]] = [[], []];
  service.deps.signInTurn = async (sender, work) => {
    waiting.push(sender);
    await opened;
    return work();
  };
  const note = async (who: string, asked: Promise<{ status: number }>) =>
    void answered.push(`${who} ${(await asked).status}`);
  const [here, there] = [{ 'x-test-peer': '192.0.2.1' }, { 'x-test-peer': '192.0.2.2' }];
  const fields = { name: 'Lan', password: 'sai', halfway: 'x', code: '1' };
  const signIns = [
    note('program', signIn(service, {}, here)),
    note('form', Promise.resolve(service.form('/moderation/session', fields, here))),
    note('code', Promise.resolve(service.form('/moderation/session/code', fields, there))),
  ];
  await note('reader', service.json('GET', '/api/v1/sites/demo/comments?article=x', undefined, here));
  await note('page', service.request('/moderation/session/new', { headers: here }));
  await note('leaving', service.json('DELETE', '/api/v1/session', undefined, here));
  expect(answered).toEqual(['reader 200', 'page 200', 'leaving 204']);
  expect(waiting.map((sender) => waiting.indexOf(sender))).toEqual([0, 0, 2]);
  open();
  await Promise.all(signIns);
  expect(answered.slice(3).sort()).toEqual(['code 401', 'form 401', 'program 204']);
});
