import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';

const pack = {
  br: promisify<Buffer, Buffer>(brotliCompress),
  gzip: promisify<Buffer, Buffer>(gzip),
};
type Way = keyof typeof pack;
/** The best first. */
const ways: readonly Way[] = ['br', 'gzip'];

/** What `files` answers with, compressed once for each state of a file and each way of compressing. */
export function packedFiles(files: MiddlewareHandler): MiddlewareHandler {
  const kept = new Map<string, Promise<Buffer>>();
  return async (context, next) => {
    const answer = await files(context, next);
    const way = wayOf(context);
    if (!(answer instanceof Response) || !way || answer.status !== 200) return answer;
    const { headers } = answer;
    const key = [way, context.req.path, headers.get('last-modified'), headers.get('content-length')].join(
      ' ',
    );
    const known = kept.get(key);
    if (known) await answer.body?.cancel();
    const packed = known ?? answer.arrayBuffer().then((bytes) => pack[way](Buffer.from(bytes)));
    kept.set(key, packed);
    packed.catch(() => kept.delete(key));
    headers.delete('content-length');
    headers.set('content-encoding', way);
    headers.append('vary', 'Accept-Encoding');
    return new Response((await packed) as Uint8Array<ArrayBuffer>, { headers });
  };
}

function wayOf(context: Context): Way | undefined {
  const { method } = context.req;
  if (method !== 'GET' || context.req.header('accept-encoding') === undefined) return undefined;
  const best = accepts(context, {
    header: 'Accept-Encoding',
    supports: [...ways],
    default: '',
    match: (taken) => ways.find((way) => taken.some(({ type, q }) => type === way && q > 0)) ?? '',
  });
  return ways.find((way) => way === best);
}
