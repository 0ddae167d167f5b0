import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From sending to the last byte. */
  ms: number;
}

type Headers = Record<string, string>;

/** Asks a server over connections that stay open. */
export interface Client {
  get: (path: string, headers?: Headers) => Promise<Answer>;
  send: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  close: () => void;
}

/** The headers go with every request. */
export function connect(url: string, always: Headers = {}): Client {
  const agent = new Agent({ keepAlive: true });
  const ask = (method: string, path: string, headers: Headers, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now();
      const options = { method, agent, headers: { ...always, ...headers } };
      const sent = request(url + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
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
    send: (method, path, body, headers = {}) =>
      body === undefined
        ? ask(method, path, headers)
        : ask(method, path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}
