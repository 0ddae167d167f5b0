import { expect, test } from 'vitest';
import { storeComment } from '../../src/store/comments/comments.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { usual } from '../support/filled.ts';
import { prepareFolder } from '../support/load.ts';
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
  const token = await prepareFolder(path);
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

const many = 600;

async function fill(directory: string): Promise<void> {
  const database = openDataDir(directory);
  const store = (_: unknown, count: number) =>
    storeComment(database, { ...usual, id: `c${count}`, site: 'demo', createdAt: count });
  await Promise.all(Array.from({ length: many }, store));
  await database.close();
}

test('killed while hundreds are decided, it goes on until all of them are, or none is', async () => {
  const { path, remove } = temporaryFolder();
  const token = await prepareFolder(path);
  await fill(path);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const counts = async ({ url }: ServiceProcess) => {
    const answer = await fetch(`${url}/api/v1/queue?limit=1`, { headers });
    return (await answer.json()).counts;
  };
  let [from, action, to] = ['pending', 'spam', 'spam'];
  let service = await startProcess({ DATA_DIR: path });
  for (const delay of [0, 30, 60, 90, 150, 250]) {
    const body = JSON.stringify({ action, filter: { state: from }, expected: many });
    const asked = fetch(`${service.url}/api/v1/decisions`, { method: 'POST', headers, body });
    setTimeout(() => service.signal('SIGKILL'), delay);
    await Promise.allSettled([asked, service.ended]);
    service = await startProcess({ DATA_DIR: path });
    await expect.poll(async () => Object.values(await counts(service)).sort()).toEqual([0, 0, 0, many]);
    const reached = await counts(service);
    if (reached[to] === many)
      [from, action, to] = to === 'spam' ? [to, 'restore', 'pending'] : ['pending', 'spam', 'spam'];
  }
  await service.stop();
  const { code, err } = await runCommand(['check'], { env: { DATA_DIR: path } });
  expect([code, err]).toEqual([0, '']);
  remove();
});
