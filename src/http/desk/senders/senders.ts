import { createRoute, z } from '@hono/zod-openapi';
import { holdSender, releaseSender } from '../../../comments/senders/hold.ts';
import { noteSender } from '../../../comments/senders/note.ts';
import type { KnownSender } from '../../../store/senders/history.ts';
import type { Deps } from '../../deps.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { readSender, senderAt } from './find.ts';
import { act, knownSender, newHold, newNote, senderParam, siteQuery } from './shapes.ts';

const common = { tags: ['Moderators'], security: moderatorsOnly };
const request = { params: senderParam, query: siteQuery };

const show = createRoute({
  ...{ ...common, method: 'get', path: '/api/v1/senders/{id}', request },
  summary: 'What a site knows of a sender: comments by state, notes, hold, block',
  responses: { 200: jsonAnswer('The sender', knownSender), ...problems },
});

const note = createRoute({
  ...{ ...common, method: 'post', path: '/api/v1/senders/{id}/notes' },
  summary: 'Note something of a sender, for moderators alone; it goes with the last trace of them',
  request: { ...request, body: jsonBody(newNote) },
  responses: { 201: jsonAnswer('Noted', z.object({ id: z.string(), act })), ...problems },
});

const held = z.object({ held: z.boolean(), act }).openapi('SenderHeld');

const hold = createRoute({
  ...{ ...common, method: 'put', path: '/api/v1/senders/{id}/hold' },
  summary:
    'From now on all that a sender sends waits for a moderator, also where clean comments are published',
  request: { ...request, body: jsonBody(newHold) },
  responses: { 200: jsonAnswer('Held', held), ...problems },
});

const release = createRoute({
  ...{ ...common, method: 'delete', path: '/api/v1/senders/{id}/hold', request },
  summary: 'Hold a sender no more',
  responses: { 200: jsonAnswer('Released', held), ...problems },
});

/** What a program may know and do about who sends. */
export function senderRoutes(deps: Deps) {
  const read = (
    moderator: Parameters<typeof readSender>[1],
    param: { id: string },
    query: { site: string },
  ) => readSender(deps, moderator, { ...param, ...query });
  return newRoutes()
    .openapi(show, async (context) => {
      const known = await read(
        context.get('moderator'),
        context.req.valid('param'),
        context.req.valid('query'),
      );
      return context.json(toJson(known), 200);
    })
    .openapi(note, async (context) => {
      const moderator = context.get('moderator');
      const known = await read(moderator, context.req.valid('param'), context.req.valid('query'));
      const id = await noteSender(deps, moderator, senderAt(known), context.req.valid('json').text);
      return context.json({ id, act: id }, 201);
    })
    .openapi(hold, async (context) => {
      const moderator = context.get('moderator');
      const known = await read(moderator, context.req.valid('param'), context.req.valid('query'));
      const done = await holdSender(deps, moderator, senderAt(known), context.req.valid('json'));
      return context.json({ held: true, act: done }, 200);
    })
    .openapi(release, async (context) => {
      const moderator = context.get('moderator');
      const known = await read(moderator, context.req.valid('param'), context.req.valid('query'));
      return context.json({ held: false, act: await releaseSender(deps, moderator, senderAt(known)) }, 200);
    });
}

function toJson({ since, blockedUntil, held, notes, ...known }: KnownSender) {
  return {
    ...known,
    since: since === null ? null : isoTime(since),
    blockedUntil: blockedUntil === null ? null : isoTime(blockedUntil),
    held: held && { ...held, at: isoTime(held.at) },
    notes: notes.map((one) => ({ ...one, at: isoTime(one.at) })),
  };
}
