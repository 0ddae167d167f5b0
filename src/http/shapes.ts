import { z } from '@hono/zod-openapi';
import { canonicalKey, longestKey } from '../articles/key.ts';
import { isPlain } from '../language/plain.ts';

/** Text that can be stored and shown. */
export const plainText = z.string().refine(isPlain, { params: { code: 'not-text' } });

export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine(isPlain, { params: { code: 'not-text' } });

/** Empty means not given, as a form sends it. */
export const optionalText = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional());

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .openapi({
    description: 'Makes a retry safe: the same key gets the same answer, and stores one comment.',
  });

/** A signed id of a challenge: its site's, and what the service says of it. */
export const challengeId = plainText.max(160);

/** Read in its one form, whichever way it comes in. */
export const articleKey = plainText
  .max(2048)
  .transform(canonicalKey)
  .pipe(z.string().min(1).max(longestKey))
  .openapi({ type: 'string', minLength: 1, maxLength: longestKey, example: '/tin/bai-viet' });

export const siteParam = z.object({ site: z.string().openapi({ example: 'demo' }) });
export const commentOfSite = siteParam.extend({ id: z.string().max(64) });
export const limitQuery = z.coerce.number().int().min(1).max(100);
export const cursorQuery = z.string().max(200).optional();

export const time = z.iso.datetime().openapi({ example: '2026-02-08T07:30:00.000Z' });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
