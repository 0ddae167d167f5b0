import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from './deps.ts';
import { invalidRequest } from './field-errors.ts';
import { problem } from './shapes.ts';

/** A set of routes whose requests are parsed by their own description, and described by it. */
export function newRoutes(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.error);
    },
  });
}

export function jsonBody<Schema extends z.ZodType>(schema: Schema, { required = true } = {}) {
  return { content: { 'application/json': { schema } }, required };
}

export function jsonAnswer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

/** A bearer token or the cookie of the desk, as the document names them. */
export const moderatorsOnly = [{ token: [] }, { session: [] }];

/** Anybody, or a reader whom the site vouches for. */
export const byReaders = [{}, { identity: [] }];

export const onlyKnownReaders = [{ identity: [] }];

/** The header of a reader whom the site vouches for, as the document names it. */
export const identityHeaders = z.object({
  'binh-luan-identity': z.string().optional().openapi({
    description:
      'A JWT (HS256) by which the site says who its signed-in reader is: `sub`, `name`, `aud` (the site), `iat`, `exp` (an hour after `iat` at most), and maybe `email` and `badge` (`author` or `guest`; else `verified`). Anything else for one of these is refused, as is a token of more than 4,096 characters. Ignored where the site’s `identity` is `off`.',
  }),
});

/** What every JSON route may answer beside its success. */
export const problems = {
  default: {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: problem } },
  },
};

export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
