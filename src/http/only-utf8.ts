import type { Context, MiddlewareHandler } from 'hono';
import { decodeUtf8, isPercentUtf8 } from '../language/utf8.ts';
import { Problem } from '../problem.ts';
import { hasBody } from './body-limit.ts';
import type { Env } from './deps.ts';
import { cutOff } from './problems.ts';

/**
 * Refuses what is not UTF-8, in address and body: the framework reads both leniently, and would put another character
 * in the place of each that it cannot read.
 */
export const onlyUtf8: MiddlewareHandler<Env> = async (context, next) => {
  if (!isPercentUtf8(context.req.url)) throw new Problem('malformed', notUtf8);
  if (hasBody(context)) await requireReadable(context);
  await next();
};

async function requireReadable(context: Context<Env>): Promise<void> {
  const type = context.req.header('content-type') ?? '';
  if (!isOfUtf8(type)) throw new Problem('wrong-type', otherCharset);
  const text = decodeUtf8(new Uint8Array(await readBody(context)));
  if (text === undefined || (isForm(type) && !isPercentUtf8(text))) throw new Problem('malformed', notUtf8);
  // As the framework keeps what it read: whoever asks for JSON next would have it encode and decode the bytes again.
  Object.assign(context.req.bodyCache, { text: Promise.resolve(text) });
}

/** Kept by the framework for whoever reads it next. */
async function readBody(context: Context<Env>): Promise<ArrayBuffer> {
  try {
    return await context.req.arrayBuffer();
  } catch {
    throw new Problem('malformed', cutOff);
  }
}

function isOfUtf8(type: string): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type) ?? [];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function isForm(type: string): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(type);
}

const notUtf8 = {
  vi: 'Nội dung gửi lên không phải là UTF-8 đúng.',
  en: 'The request is not correct UTF-8.',
};

const otherCharset = {
  vi: 'Chỉ nhận bảng mã UTF-8.',
  en: 'No other charset than UTF-8 is taken.',
};
