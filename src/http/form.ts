import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { Env } from './deps.ts';

/** The fields of a form as a browser sends it; of a field sent twice, the last. Throws `wrong-type` else. */
export async function readForm(context: Context<Env>): Promise<Partial<Record<string, string>>> {
  return Object.fromEntries(await readFields(context));
}

/** The same with every value of a field that was sent more than once. */
export async function readFields(context: Context<Env>): Promise<URLSearchParams> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new Problem('wrong-type', {
      vi: 'Biểu mẫu phải được gửi dạng application/x-www-form-urlencoded.',
      en: 'A form must be sent as application/x-www-form-urlencoded.',
    });
  }
  const form = new URLSearchParams(await context.req.text());
  context.set('form', form);
  return form;
}
