import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From sending to the last byte. */
  ms: number;
}

/** Asks the server as one moderator, over connections that stay open. */
export interface Client {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  send: (method: string, path: string, body?: unknown) => Promise<Answer>;
  close: () => void;
}

export function connect(url: string, token: string): Client {
  const agent = new Agent({ keepAlive: true });
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now();
      const options = { method, agent, headers: { authorization: `Bearer ${token}`, ...headers } };
      const sent = request(url + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            ms: performance.now() - started,
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    get: (path, headers = {}) => ask('GET', path, headers),
    send: (method, path, body) =>
      body === undefined
        ? ask(method, path, {})
        : ask(method, path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}
