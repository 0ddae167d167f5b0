import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { judgeCaptcha } from '../../comments/captcha.ts';
import { invalidFields, type Problem } from '../../problem.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { fieldErrors } from '../field-errors.ts';
import { newComment } from './reader-shapes.ts';

/** All that is wrong with a comment whose fields are not as described: the captcha is judged beside them. */
export async function mistakesIn(
  deps: Deps,
  context: Context<Env>,
  error: z.core.$ZodError,
  given: unknown,
): Promise<Problem> {
  const ofFields = fieldErrors(error);
  const { data, success } = newComment.pick({ challenge: true }).safeParse(given);
  if (!success) return invalidFields(ofFields);
  const site = context.get('site');
  const { id: sender } = await senderOf(deps, context, site);
  const { mistakes } = await judgeCaptcha(deps, { site, sender, challenge: data.challenge });
  return invalidFields([...ofFields, ...mistakes]);
}
