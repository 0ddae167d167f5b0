import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Answer, mostAnswered, type Post, type Posted, postMs, retryAfterMs } from './posting.ts';
import { isOutside, isOwn, type Reach, targetOf } from './target.ts';

/** Who says which addresses a name has: the system, unless a test does. */
export type Resolve = (
  name: string,
  options: object,
  tell: (error: Error | null, found: Found[]) => void,
) => void;

interface Found {
  address: string;
  family: number;
}

interface Sending {
  agent: http.Agent;
  lookup: LookupFunction;
  signal: AbortSignal;
}

/** On Node: follows no redirect, and connects to no address that it has not looked at. */
export function poster(reach: Reach, resolve: Resolve = resolveBySystem): Post {
  const agentsNow = renewedAgents();
  const lookupHere = lookupWhere((address) => isOutside(address, reach), resolve);
  const lookupOwn = lookupWhere(() => true, resolve);
  return async (posted) => {
    const target = targetOf(posted.url, reach);
    if (!target || !isAllowed(target, reach)) throw new Error('not outside');
    const signal = AbortSignal.timeout(posted.withinMs ?? postMs);
    const protocol = target.protocol as keyof Agents;
    const sending = {
      agent: agentsNow()[protocol],
      lookup: isOwn(target, reach) ? lookupOwn : lookupHere,
      signal,
    };
    try {
      return await send(target, posted, sending);
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
      return send(target, posted, {
        ...sending,
        agent: new { 'http:': http, 'https:': https }[protocol].Agent(),
      });
    }
  };
}

const resolveBySystem: Resolve = (name, options, tell) => lookup(name, { ...options, all: true }, tell);

/** A connection was kept, and its other end closed it just as it was used again. */
class ClosedMeanwhile extends Error {}

function send(target: URL, { headers, body }: Posted, sending: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? https : http).request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        ...sending,
      },
      (response) => {
        readSome(response).then((text) => resolve({ ...standing(response), body: text }), reject);
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isOld = request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
      reject(isOld ? new ClosedMeanwhile() : error);
    });
    request.end(body);
  });
}

const renewedMs = 60_000;

interface Agents {
  'http:': http.Agent;
  'https:': https.Agent;
}

/** Connections are kept for whoever is told much, but no longer than a minute: a name may lead elsewhere by then. */
function renewedAgents(): () => Agents {
  const options = { keepAlive: true, maxFreeSockets: 4, timeout: 10_000 };
  let agents: Agents | undefined;
  let until = 0;
  return () => {
    if (!agents || performance.now() > until) {
      until = performance.now() + renewedMs;
      agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
    }
    return agents;
  };
}

function isAllowed(target: URL, reach: Reach): boolean {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  return isOwn(target, reach) || !isIP(host) || isOutside(host, reach);
}

/** Every address that a name has is looked at, and the connection goes to one of those. */
function lookupWhere(isAllowedAddress: (address: string) => boolean, resolve: Resolve): LookupFunction {
  return (name, options, tell) => {
    resolve(name, options, (error, found) => {
      if (error) return tell(error, '', 0);
      const fault = found.length === 0 || !found.every(({ address }) => isAllowedAddress(address));
      if (fault) return tell(new Error('not outside'), '', 0);
      const [first] = found;
      return options.all ? tell(null, found) : tell(null, first?.address ?? '', first?.family);
    });
  };
}

function standing({ statusCode = 0, headers }: http.IncomingMessage) {
  return { status: statusCode, retryAfterMs: retryAfterMs(headers['retry-after']) };
}

/** The rest of a long answer is not read: the connection ends. */
async function readSome(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostAnswered) break;
  }
  return Buffer.concat(chunks).subarray(0, mostAnswered).toString();
}
