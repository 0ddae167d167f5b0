/** What we use of it: the package brings no types. */
declare module 'autocannon' {
  export interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string;
    setupRequest: (request: Request) => Request;
  }

  export interface Options {
    url: string;
    connections: number;
    /** Seconds; `amount` goes before. */
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
    requests?: readonly Partial<Request>[];
    /** Milliseconds between looks at whether it is over. */
    sampleInt: number;
    /** Seconds until an answer counts as none. */
    timeout: number;
  }

  export interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
  }

  export default function autocannon(options: Options): Promise<Result>;
}
