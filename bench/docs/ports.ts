import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { freePort } from '../../test/support/process.ts';

/** Ports of this machine at which nothing listens. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await freePort());
  return [...found];
}

/** Has a server of ours listen on this machine alone; resolves with its address. */
export async function listenHere(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
