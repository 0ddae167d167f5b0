import { Buffer } from 'node:buffer';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { issueChallenge } from '../captcha/challenge.ts';
import { senderOf } from './address.ts';
import type { Deps } from './deps.ts';
import { challengeAnswer } from './reader-shapes.ts';
import { isoTime, jsonAnswer, jsonBody, newRoutes, problems } from './routes.ts';
import { plainText, siteParam } from './shapes.ts';

/** A client that always says its type may still have nothing to say. */
const emptyAsObject: MiddlewareHandler = async (context, next) => {
  const { raw } = context.req;
  if (raw.headers.has('content-type') && (await raw.clone().text()) === '') {
    context.req.raw = new Request(raw, { body: '{}' });
  }
  await next();
};

const replacement = z.object({ replaces: plainText.max(64).optional() });

const issue = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/challenges',
  tags: ['Readers'],
  summary: 'Open a captcha; `replaces` is the reset of an earlier one',
  middleware: [emptyAsObject] as const,
  request: { params: siteParam, body: jsonBody(replacement, { required: false }) },
  responses: { 201: jsonAnswer('A captcha to be answered once', challengeAnswer), ...problems },
});

export function challengeRoutes(deps: Deps) {
  return newRoutes().openapi(issue, async (context) => {
    const site = context.get('site');
    const { replaces } = context.req.valid('json');
    const { id, expiresAt, picture } = await issueChallenge(
      deps,
      site,
      senderOf(deps, context, site),
      replaces,
    );
    const { bytes, ...image } = picture;
    const data = Buffer.from(bytes).toString('base64');
    return context.json({ id, expiresAt: isoTime(expiresAt), image: { ...image, data } }, 201);
  });
}
