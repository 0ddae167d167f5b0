import { expect } from 'vitest';
import { type Ledger, newLedger, runTraffic } from '../faults/traffic.ts';
import { prepareFolder } from './load.ts';
import { startProcess } from './process.ts';
import { hooks, type Received, startReceiver, told } from './receiver.ts';

/** What the receiver had of each event: under which ids, and how often. */
function heard(received: readonly Received[]) {
  const ids = new Map<string, Set<unknown>>();
  for (const one of received) {
    const { type, data } = told(one);
    const event = `${type} ${data.comment.id}`;
    ids.set(event, (ids.get(event) ?? new Set()).add(one.headers['webhook-id']));
  }
  return ids;
}

function happened({ comments, published, withdrawn }: Ledger): string[] {
  return [
    ...[...comments].map((id) => `comment.held ${id}`),
    ...[...published.keys()].map((id) => `comment.published ${id}`),
    ...[...withdrawn].map((id) => `comment.withdrawn ${id}`),
  ];
}

/** Kills the service so many times while everybody writes and is told; all that anybody was told had happened is told outside. */
export async function expectAllTold(directory: string, kills: number): Promise<void> {
  const token = await prepareFolder(directory);
  const receiver = await startReceiver();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ledger = newLedger();
  let service = await startProcess({ DATA_DIR: directory });
  const events = ['comment.held', 'comment.published', 'comment.withdrawn'];
  const body = JSON.stringify({ url: `${receiver.url}/hook`, events });
  const added = await fetch(service.url + hooks, { method: 'POST', headers, body });
  expect(added.status).toBe(201);
  for (let kill = 0; kill < kills; kill += 1) {
    const { signal } = service;
    const traffic = runTraffic(service.url, token, ledger);
    setTimeout(() => signal('SIGKILL'), 300 + Math.random() * 1500);
    await Promise.all([traffic, service.ended]);
    service = await startProcess({ DATA_DIR: directory });
  }
  const missing = () => {
    const events = heard(receiver.received);
    return happened(ledger).filter((event) => !events.has(event)).length;
  };
  await expect.poll(missing, { timeout: 240_000, interval: 500 }).toBe(0);
  await service.stop();
  const twice = [...heard(receiver.received)].filter(([, ids]) => ids.size > 1);
  expect(twice).toEqual([]);
  expect(happened(ledger).length).toBeGreaterThan(2 * kills);
  console.log(`${kills} kills: ${happened(ledger).length} events, told ${receiver.received.length} times`);
}
