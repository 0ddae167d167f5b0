import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mostAnswered, type Post, postMs, retryAfterMs } from './posting.ts';
import { isOutside, type Reach, targetOf } from './target.ts';

/** On Node: follows no redirect, and connects to no address that it has not looked at. */
export function poster(reach: Reach): Post {
  const options = { keepAlive: true, maxSockets: 4, maxFreeSockets: 1, timeout: 10_000 };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return ({ url, headers, body }) => {
    const target = targetOf(url, reach);
    if (!target || !isAllowed(target, reach)) throw new Error('not outside');
    const protocol = target.protocol as keyof typeof agents;
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(postMs);
      const request = (protocol === 'https:' ? https : http).request(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          agent: agents[protocol],
          lookup: lookupOutside(reach),
          signal,
        },
        (response) => {
          readSome(response).then(
            (text) => resolve({ ...standing(response), body: text }),
            (error) => reject(error),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  };
}

function isAllowed({ hostname }: URL, reach: Reach): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return !isIP(host) || isOutside(host, reach);
}

/** Every address that a name has is looked at, and the connection goes to one of those. */
function lookupOutside(reach: Reach): LookupFunction {
  return (name, options, tell) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return tell(error, '', 0);
      const fault = found.length === 0 || found.some(({ address }) => !isOutside(address, reach));
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
