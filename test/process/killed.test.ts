import { expect, test } from 'vitest';
import { runCommand, type ServiceProcess, startProcess, temporaryFolder } from '../support/process.ts';

/** Sends until the service is gone, which is killed soon after some comments; resolves with what was acknowledged. */
async function sendUntilGone({ url, signal }: ServiceProcess, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const acknowledge = (id: string) => {
    if (acknowledged.push(id) === 5 + 10 * round) setTimeout(() => signal('SIGKILL'), Math.random() * 20);
  };
  const sender = async (lane: number) => {
    for (let count = 0; ; count += 1) {
      const body = `Vòng ${round} làn ${lane} số ${count}: ${(round * 1e6 + lane * 1e4 + count).toString(36)}`;
      const answer = await fetch(`${url}/api/v1/sites/demo/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `${round}-${lane}-${count}` },
        body: JSON.stringify({ article: { key: '/bai' }, author: 'Hòa', body }),
      }).catch(() => undefined);
      const told = await answer?.json().catch(() => undefined);
      if (!told) return;
      if (answer?.status === 202) acknowledge(told.id);
    }
  };
  await Promise.all([1, 2, 3, 4].map(sender));
  return acknowledged;
}

test('killed again and again while comments come in, nothing acknowledged is lost or doubled', async () => {
  const { path, remove } = temporaryFolder();
  const env = { DATA_DIR: path };
  for (const setting of ['captcha', 'pace'])
    await runCommand(['site', 'set', 'demo', setting, 'off'], { env });
  await runCommand(['moderator', 'add', 'Lan', '--role', 'owner'], { env, input: 'mật khẩu rất dài\n' });
  const token = (await runCommand(['moderator', 'token', 'Lan'], { env })).out.trim();
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const service = await startProcess(env);
    acknowledged.push(...(await sendUntilGone(service, round)));
    await service.ended;
  }
  const service = await startProcess(env);
  const stored: string[] = [];
  let cursor = '';
  do {
    const answer = await fetch(`${service.url}/api/v1/queue?limit=100&cursor=${cursor}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = await answer.json();
    stored.push(...page.comments.map((comment: { id: string }) => comment.id));
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  expect(acknowledged.length).toBeGreaterThanOrEqual(5 + 15 + 25 + 35);
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  expect(new Set(stored).size).toBe(stored.length);
  await service.stop();
  remove();
});
