import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { basePathOf } from './base-path.ts';
import type { Deps, Env } from './deps.ts';

interface Kept {
  sameSite: 'Lax' | 'Strict';
  /** In seconds; 0 takes the cookie away. */
  maxAge: number;
}

export function readCookie(deps: Deps, context: Context<Env>, name: string): string | undefined {
  const prefix = prefixOf(deps);
  return prefix ? getCookie(context, name, prefix) : getCookie(context, name);
}

/** For this service alone: no script reads it, and no other one on the same host is sent it. */
export function writeCookie(
  deps: Deps,
  context: Context<Env>,
  name: string,
  value: string,
  kept: Kept,
): void {
  const prefix = prefixOf(deps);
  const options = { ...kept, httpOnly: true, path: basePathOf(deps.publicUrl) || '/' };
  if (prefix === 'host') setCookie(context, name, value, { ...options, prefix, path: '/', secure: true });
  else if (prefix) setCookie(context, name, value, { ...options, prefix, secure: true });
  else setCookie(context, name, value, options);
}

/** `__Host-` is only for the root of a host. */
function prefixOf({ publicUrl }: Deps): 'host' | 'secure' | undefined {
  if (!publicUrl.startsWith('https:')) return undefined;
  return basePathOf(publicUrl) === '' ? 'host' : 'secure';
}
