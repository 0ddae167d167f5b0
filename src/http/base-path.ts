import type { MiddlewareHandler } from 'hono';
import { getPath } from 'hono/utils/url';

/** The path of an address as it is written there, without its final slash: `` at the root of a host. */
export function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}

/**
 * What a router reads as the path: without the base, whether a proxy in front takes it away or lets it stand, and however
 * its letters are encoded.
 */
export function pathUnder(publicUrl: string): (request: { url: string }) => string {
  const base = decodedPath({ url: publicUrl }).replace(/\/$/, '');
  return (request) => {
    // A proxy that takes all but the slash away (`location /binh-luan` of nginx) sends two of them.
    const path = decodedPath(request).replace(/^\/+/, '/');
    if (path === base) return '/';
    return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  };
}

/**
 * Puts the base before the addresses that leave: where a redirect leads, what a page links to, asks for and sends to,
 * and where a problem is described. Pages are written as at the root; what people typed holds no quotation mark there.
 */
export function addressesUnder(base: string): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    const location = headers.get('location');
    if (location?.startsWith('/')) headers.set('location', base + location);
    const write = writers[typeOf(headers)];
    if (!write || context.res.body === null) return;
    const text = write(await context.res.text(), base);
    const answer = new Response(text, context.res);
    context.res = undefined;
    context.res = answer;
  };
}

function decodedPath(request: { url: string }): string {
  return getPath(request as Request);
}

type Writer = (text: string, base: string) => string;

const writers: Record<string, Writer> = {
  'text/html': (text, base) =>
    text.replace(/(\s(?:href|src|action|formaction|data-worker)=")(?=\/)/g, `$1${base}`),
  'application/problem+json': (text, base) => text.replace(/^\{"type":"(?=\/)/, `{"type":"${base}`),
};

function typeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
}
