import type { z } from '@hono/zod-openapi';
import { judgeCaptcha } from '../../comments/captcha.ts';
import { consentMistakes } from '../../comments/consent.ts';
import type { Sending } from '../../comments/idempotency.ts';
import { invalidFields, type Problem } from '../../problem.ts';
import type { Deps } from '../deps.ts';
import { fieldErrors } from '../field-errors.ts';
import { newComment } from './reader-shapes.ts';

/** All that is wrong with a comment whose fields are not as described: consent and captcha are judged beside them. */
export async function mistakesIn(
  deps: Deps,
  { site, sender }: Pick<Sending, 'site' | 'sender'>,
  error: z.core.$ZodError,
  given: unknown,
): Promise<Problem> {
  const said = newComment.pick({ consent: true, notice: true }).safeParse(given);
  const ofFields = [...fieldErrors(error), ...(said.success ? consentMistakes(site, said.data) : [])];
  const { data, success } = newComment.pick({ challenge: true }).safeParse(given);
  if (!success) return invalidFields(ofFields);
  const { mistakes } = await judgeCaptcha(deps, { site, sender: sender.id, challenge: data.challenge });
  return invalidFields([...ofFields, ...mistakes]);
}
