import { Buffer } from 'node:buffer';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { issueChallenge, lifetimeMs } from '../captcha/challenge.ts';
import { speakChallenge } from '../captcha/hear.ts';
import { languages } from '../language.ts';
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

const audioType = 'audio/wav';

const hear = createRoute({
  method: 'get',
  path: '/api/v1/challenges/{id}/audio',
  tags: ['Readers'],
  summary: 'The characters of a captcha, spoken',
  request: {
    params: z.object({ id: plainText.max(64) }),
    query: z.object({ language: z.enum(languages).optional() }),
  },
  responses: {
    200: { description: 'A few seconds of sound', content: { [audioType]: { schema: z.any() } } },
    ...problems,
  },
});

export function audioPath(id: string): string {
  return `/api/v1/challenges/${id}/audio`;
}

export function challengeRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(issue, async (context) => {
    const site = context.get('site');
    const { replaces } = context.req.valid('json');
    const { id, expiresAt, picture, work, hasAudio } = await issueChallenge(
      deps,
      site,
      senderOf(deps, context, site),
      replaces,
    );
    const { bytes, ...image } = picture;
    const data = Buffer.from(bytes).toString('base64');
    const challenge = { id, expiresAt: isoTime(expiresAt), image: { ...image, data } };
    const audio = { contentType: audioType, url: deps.publicUrl + audioPath(id) };
    return context.json(
      { ...challenge, ...(hasAudio && { audio }), ...(work && { proofOfWork: work }) },
      201,
    );
  });
  routes.openapi(hear, async (context) => {
    const { language } = context.req.valid('query');
    const spoken = await speakChallenge(deps, context.req.valid('param').id, language);
    context.header('Cache-Control', `private, max-age=${lifetimeMs / 1000}`);
    return context.body(new Uint8Array(spoken), 200, { 'Content-Type': audioType });
  });
  return routes;
}
