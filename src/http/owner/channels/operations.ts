import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, jsonBody, moderatorsOnly, problems } from '../../routes.ts';
import { cursorQuery, limitQuery, siteParam } from '../../shapes.ts';
import { changedChannel, channel, channelParams, delivery, deliveryParams, newChannel } from './shapes.ts';

const common = { tags: ['Webhooks'], security: moderatorsOnly };
const root = '/api/v1/sites/{site}/webhooks' as const;
const one = `${root}/{id}` as const;
const pageQuery = z.object({ limit: limitQuery.default(50), cursor: cursorQuery });
const sent = z.object({ id: z.string() });
const count = z.object({ count: z.number().int() });

export const add = createRoute({
  ...common,
  method: 'post',
  path: root,
  summary: 'Tell an address outside what happens on a site',
  request: { params: siteParam, body: jsonBody(newChannel) },
  responses: {
    201: jsonAnswer(
      'The webhook; its secret is told this once, and chats have none',
      z.object({ id: z.string(), secret: z.string().nullable() }),
    ),
    ...problems,
  },
});

export const list = createRoute({
  ...common,
  method: 'get',
  path: root,
  summary: 'The webhooks of a site',
  request: { params: siteParam },
  responses: { 200: jsonAnswer('All of them', z.object({ webhooks: z.array(channel) })), ...problems },
});

export const remove = createRoute({
  ...common,
  method: 'delete',
  path: one,
  summary: 'End a webhook, and all that waits for it',
  request: { params: channelParams },
  responses: { 204: { description: 'It is gone' }, ...problems },
});

export const change = createRoute({
  ...common,
  method: 'patch',
  path: one,
  summary: 'Pause a webhook, or go on with all that waits for it',
  request: { params: channelParams, body: jsonBody(changedChannel) },
  responses: { 200: jsonAnswer('The webhook as it is now', channel), ...problems },
});

export const rotate = createRoute({
  ...common,
  method: 'post',
  path: `${one}/secret`,
  summary: 'A new secret; the one before signs too for 24 hours',
  request: { params: channelParams },
  responses: { 200: jsonAnswer('Told this once', z.object({ secret: z.string() })), ...problems },
});

export const test = createRoute({
  ...common,
  method: 'post',
  path: `${one}/test`,
  summary: 'Send a test',
  request: { params: channelParams },
  responses: { 202: jsonAnswer('The delivery, which is on its way', sent), ...problems },
});

export const deliveries = createRoute({
  ...common,
  method: 'get',
  path: `${one}/deliveries`,
  summary: 'What was told, and what waits or failed; the latest first',
  request: { params: channelParams, query: pageQuery },
  responses: {
    200: jsonAnswer(
      'A page of deliveries',
      z.object({ deliveries: z.array(delivery), nextCursor: z.string().nullable() }),
    ),
    ...problems,
  },
});

export const again = createRoute({
  ...common,
  method: 'post',
  path: `${one}/deliveries/resend`,
  summary: 'Send again all that failed or was dropped',
  request: { params: channelParams },
  responses: { 202: jsonAnswer('How many are on their way', count), ...problems },
});

export const oneAgain = createRoute({
  ...common,
  method: 'post',
  path: `${one}/deliveries/{delivery}/resend`,
  summary: 'Send again one that failed or was dropped',
  request: { params: deliveryParams },
  responses: { 202: jsonAnswer('How many are on their way: one, or none', count), ...problems },
});
