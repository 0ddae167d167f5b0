import { createServer, type Server } from 'node:http';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../http/deps.ts';
import { createMetricsApp } from '../http/metrics/routes.ts';
import { type Settings, wrong } from '../settings.ts';
import { answerOf, type Serving } from './answer.ts';

/** Each takes up to 20 kB; who comes when so many are open is turned away. */
export const mostConnections = 20_000;
const timeouts = {
  // A header is sent at once, and a body of 64 kB soon, also from a slow phone; whoever takes longer is cut off.
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  // Longer than proxies keep a connection that rests (a minute): else we close one just as they send on it.
  keepAliveTimeout: 75_000,
};

type Fetch = Parameters<typeof serve>[0]['fetch'];

interface Listening extends Pick<Settings, 'PORT' | 'HOST'> {
  /** What is set to move it elsewhere. */
  name: 'PORT' | 'METRICS_PORT';
}

/** Resolves once it listens; rejects with one sentence where it cannot. */
export function listen(fetch: Fetch, { PORT: port, HOST: hostname, name }: Listening, serving: Serving) {
  return new Promise<Server>((resolve, reject) => {
    const serverOptions = { ...timeouts, ServerResponse: answerOf(serving) };
    const server = serve({ fetch, port, hostname, createServer, serverOptions }, () =>
      resolve(server),
    ) as Server;
    server.maxConnections = mostConnections;
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyDeaf(error, { name, port, hostname })));
  });
}

/** At the other end of the connection. */
export function peerAddress(context: Context): string {
  return getConnInfo(context).remote.address ?? '';
}

/** Until the process ends: how it ends is to be seen too. */
export async function listenForMetrics(
  deps: Deps,
  { METRICS_PORT: PORT, ...settings }: Settings,
): Promise<void> {
  if (PORT === undefined) return;
  const serving: Serving = { isStopping: false, open: new Set() };
  const server = await listen(
    createMetricsApp(deps).fetch,
    { ...settings, PORT, name: 'METRICS_PORT' },
    serving,
  );
  server.unref();
}

interface Deaf {
  name: Listening['name'];
  port: number;
  hostname: string;
}

/** Why it cannot listen, by the setting that is to be another. */
function whyDeaf(error: NodeJS.ErrnoException, { name, port, hostname }: Deaf): Error {
  if (error.code === 'EADDRINUSE') return new Error(`${name} ${port} is in use on ${hostname}`);
  if (error.code === 'EACCES')
    return new Error(`${name} ${port} is not open to this user; take one above 1023`);
  return error.code === 'EADDRNOTAVAIL' || error.syscall === 'getaddrinfo' ? wrong('HOST', hostname) : error;
}
