import { Buffer } from 'node:buffer';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { issueChallenge, showChallenge } from '../../captcha/challenge.ts';
import { readChallengeId } from '../../captcha/challenge-id.ts';
import { notToBeMet, speakChallenge } from '../../captcha/hear.ts';
import { languages } from '../../language/language.ts';
import type { Site } from '../../sites/site.ts';
import { challengeMs } from '../../store/lifetimes.ts';
import { findSite } from '../../store/sites.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { asksForLaterPart, sendBytes } from '../parts.ts';
import { byReaders, identityHeaders, isoTime, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { challengeId, siteParam } from '../shapes.ts';
import { challengeAnswer } from './reader-shapes.ts';

/** A client that always says its type may still have nothing to say. */
const emptyAsNone: MiddlewareHandler = async (context, next) => {
  if (context.req.header('content-type') !== undefined && (await context.req.text()) === '') {
    const { url, method, headers } = context.req.raw;
    const others = [...headers].filter(([name]) => name !== 'content-type');
    context.req.raw = new Request(url, { method, headers: others });
  }
  await next();
};

const replacement = z.object({ replaces: challengeId.optional() });

const issue = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/challenges',
  tags: ['Readers'],
  summary: 'Open a captcha; `replaces` is the reset of an earlier one',
  middleware: [emptyAsNone] as const,
  security: byReaders,
  request: { params: siteParam, headers: identityHeaders, body: jsonBody(replacement, { required: false }) },
  responses: { 201: jsonAnswer('A captcha to be answered once', challengeAnswer), ...problems },
});

const audioType = 'audio/wav';

const hear = createRoute({
  method: 'get',
  path: '/api/v1/challenges/{id}/audio',
  tags: ['Readers'],
  summary: 'The characters of a captcha, spoken',
  middleware: [etag()] as const,
  request: {
    params: z.object({ id: challengeId }),
    query: z.object({ language: z.enum(languages).optional() }),
  },
  responses: {
    200: { description: 'A few seconds of sound', content: { [audioType]: { schema: z.any() } } },
    206: { description: 'The part that `Range` asks for', content: { [audioType]: { schema: z.any() } } },
    ...problems,
  },
});

const ofSite = siteParam.extend({ id: challengeId });
const pictureType = 'image/png';

const see = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/challenges/{id}/picture',
  tags: ['Readers'],
  summary: 'The picture of a captcha',
  request: { params: ofSite },
  responses: {
    200: { description: 'A picture', content: { [pictureType]: { schema: z.any() } } },
    ...problems,
  },
});

const hearOnSite = createRoute({
  ...hear,
  path: '/api/v1/sites/{site}/challenges/{id}/audio',
  summary: 'The characters of a captcha, spoken',
  request: { ...hear.request, params: ofSite },
});

function audioPath(id: string): string {
  return `/api/v1/challenges/${id}/audio`;
}

/** Where a page finds the picture and the sound of its challenge. */
export function pathOnSite(site: string, id: string, way: 'picture' | 'audio'): string {
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
      {
        ...challenge,
        ...(hasAudio && { audio }),
        ...(work && { proofOfWork: work.puzzle, pictureBesides: work.pictureBesides }),
      },
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
  const speak = async (context: Context<Env>, site: Site, id: string, language = site.language) => {
    const sender = await senderOf(deps, context, site);
    const hearing = { language, fromStart: !asksForLaterPart(context) };
    const spoken = await speakChallenge(deps, site, sender.id, id, hearing);
    return sendBytes(context, spoken, keptAs(audioType));
  };
  routes.openapi(hear, async (context) => {
    const { id } = context.req.valid('param');
    const site = await findSite(deps.database, readChallengeId(deps, id)?.site ?? '');
    if (!site) throw notToBeMet();
    return speak(context, site, id, context.req.valid('query').language);
  });
  routes.openapi(hearOnSite, async (context) => {
    const { id } = context.req.valid('param');
    return speak(context, context.get('site'), id, context.req.valid('query').language);
  });
  return routes;
}
