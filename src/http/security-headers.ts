import type { MiddlewareHandler } from 'hono';
import { isOrigin } from '../world/origin.ts';
import type { Env } from './deps.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** The contract names the charset, which the framework leaves out. */
const jsonType = 'application/json; charset=utf-8';

/** The same strict headers on every answer, errors included; only who may frame a page differs. */
export const securityHeaders: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  const ancestors = context.get('frameAncestors');
  const headers = context.res.headers;
  headers.set('Content-Security-Policy', `${policy}; frame-ancestors ${framersOf(ancestors)}`);
  if (!ancestors) headers.set('X-Frame-Options', 'DENY');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (headers.get('Content-Type') === 'application/json') headers.set('Content-Type', jsonType);
};

/** A site may have been stored with what was taken as an origin before; no header says it. */
function framersOf(origins: readonly string[] | '*' | undefined): string {
  if (origins === '*') return origins;
  return origins ? ["'self'", ...origins.filter(isOrigin)].join(' ') : "'none'";
}
