import autocannon, { type Options, type Request } from 'autocannon';

/** What came of a round. */
export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  /** Requests that were not answered by 2xx. */
  failed: number;
  /** The share of a core that asking took; near 1 it is the asking that limits. */
  busy: number;
}

export interface Post {
  headers: Record<string, string>;
  body: string;
}

const usual = { connections: 32, sampleInt: 10, timeout: 60 };

/** Asks for one address for so many seconds, over connections that stay open. */
export function read(url: string, seconds: number, headers: Record<string, string> = {}): Promise<Load> {
  return fire({ ...usual, url, headers, duration: seconds });
}

/** Sends each post once; with `seconds` given, one after the other over and over for so long. */
export function post(url: string, posts: readonly Post[], seconds?: number): Promise<Load> {
  let next = 0;
  const setupRequest = (request: Request) => ({ ...request, ...posts[next++ % posts.length] });
  const until = seconds === undefined ? { amount: posts.length } : { duration: seconds };
  return fire({ ...usual, url, requests: [{ method: 'POST', setupRequest }], ...until });
}

async function fire(options: Options): Promise<Load> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const result = await autocannon(options);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (result['2xx'] / ms) * 1000,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
    busy: (user + system) / 1000 / ms,
  };
}
