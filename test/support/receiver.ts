import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificates.ts';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answering = (received: Received, response: ServerResponse) => void;

/** Answers with JSON. */
export const says =
  (answer: unknown, status = 200): Answering =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));

/** As a judge that has nothing against anything. */
export const passes = says({ verdict: 'pass' });

const takeIt: Answering = (_, response) => void response.writeHead(204).end();

/**
 * A real server outside, on this machine, that keeps what it was sent; `answer` may be changed while it serves. With a
 * certificate it speaks https, as `localhost`.
 */
export async function startReceiver(certificate?: Certificate) {
  const received: Received[] = [];
  const receiver = { received, url: '', connections: 0, answer: takeIt };
  const listener: RequestListener = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { path: request.url ?? '', headers: request.headers, body };
    received.push(one);
    receiver.answer(one, response);
  };
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.on('connection', () => {
    receiver.connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  receiver.url = certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

export const hooks = '/api/v1/sites/demo/webhooks';

export const told = ({ body }: Received) => JSON.parse(body);
export const kinds = (received: readonly Received[]) => received.map((one) => told(one).type);
export const ids = (received: readonly Received[]) => received.map(({ headers }) => headers['webhook-id']);
