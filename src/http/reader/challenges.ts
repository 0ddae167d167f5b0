import { Buffer } from 'node:buffer';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { issueChallenge, openReserved, showChallenge } from '../../captcha/challenge.ts';
import { notToBeMet, speakChallenge } from '../../captcha/hear.ts';
import { languages } from '../../language/language.ts';
import { challengeMs } from '../../store/lifetimes.ts';
import { senderOf } from '../address.ts';
import type { Deps } from '../deps.ts';
import { isoTime, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { plainText, siteParam } from '../shapes.ts';
import { challengeAnswer } from './reader-shapes.ts';

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

const ofSite = siteParam.extend({ id: plainText.max(64) });
const pictureType = 'image/png';

const see = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/challenges/{id}/picture',
  tags: ['Readers'],
  summary: 'The picture of a captcha, which opens the one that a page has reserved',
  request: { params: ofSite },
  responses: {
    200: { description: 'A picture', content: { [pictureType]: { schema: z.any() } } },
    ...problems,
  },
});

const hearReserved = createRoute({
  ...hear,
  path: '/api/v1/sites/{site}/challenges/{id}/audio',
  summary: 'The characters of a captcha, spoken, which opens the one that a page has reserved',
  request: { ...hear.request, params: ofSite },
});

function audioPath(id: string): string {
  return `/api/v1/challenges/${id}/audio`;
}

/** Where a page finds the picture and the sound of a challenge that it has reserved. */
export function reservedPath(site: string, id: string, way: 'picture' | 'audio'): string {
  return `/api/v1/sites/${site}/challenges/${id}/${way}`;
}

/** For the reader alone, and no longer than it can be met. */
function keptAs(type: string): Record<string, string> {
  return { 'Content-Type': type, 'Cache-Control': `private, max-age=${challengeMs / 1000}` };
}

export function challengeRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(issue, async (context) => {
    const site = context.get('site');
    const { replaces } = context.req.valid('json');
    const sender = await senderOf(deps, context, site);
    const challenged = await issueChallenge(deps, site, sender.id, replaces);
    const { id, expiresAt, picture, work, hasAudio } = challenged;
    const { bytes, ...image } = picture;
    const data = Buffer.from(bytes).toString('base64');
    const challenge = { id, expiresAt: isoTime(expiresAt), image: { ...image, data } };
    const audio = { contentType: audioType, url: deps.publicUrl + audioPath(id) };
    return context.json(
      { ...challenge, ...(hasAudio && { audio }), ...(work && { proofOfWork: work }) },
      201,
    );
  });
  routes.openapi(see, async (context) => {
    const site = context.get('site');
    const { id } = context.req.valid('param');
    const sender = await senderOf(deps, context, site);
    const picture = await showChallenge(deps, site, sender.id, id);
    if (!picture) throw notToBeMet();
    return context.body(new Uint8Array(picture.bytes), 200, keptAs(picture.contentType));
  });
  routes.openapi(hear, async (context) => {
    const { language } = context.req.valid('query');
    const spoken = await speakChallenge(deps, context.req.valid('param').id, language);
    return context.body(new Uint8Array(spoken), 200, keptAs(audioType));
  });
  routes.openapi(hearReserved, async (context) => {
    const site = context.get('site');
    const { id } = context.req.valid('param');
    const sender = await senderOf(deps, context, site);
    await openReserved(deps, site, sender.id, id);
    const spoken = await speakChallenge(deps, id, context.req.valid('query').language ?? site.language);
    return context.body(new Uint8Array(spoken), 200, keptAs(audioType));
  });
  return routes;
}
