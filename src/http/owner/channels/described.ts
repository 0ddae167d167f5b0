import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { payloadShapes } from '../../../notices/payload-shapes.ts';
import { answerShape } from '../../../screening/judge/answer.ts';
import { askedShape } from '../../../screening/judge/asked.ts';
import type { Env } from '../../deps.ts';

const meanings: Readonly<Record<string, string>> = {
  'comment.held': 'A comment waits for review',
  'comment.published': 'A comment was published',
  'comment.rejected': 'A comment was rejected',
  'comment.spam': 'A comment was marked as spam',
  'comment.withdrawn': 'A comment was withdrawn by its author, or erased',
  'comment.reported': 'Readers report a published comment',
  'comment.appealed': 'The author of a rejected comment asks for another look; it waits again',
  'comment.liked': 'Readers like a comment; told at most every five minutes',
  'queue.waiting': 'More comments wait for longer than the site wants; told once an hour while it lasts',
  'webhook.test': 'An owner tries whether the webhook works',
};

const headers = z.object({
  'webhook-id': z.string().openapi({ description: 'The same at every try: whoever knows it has had this.' }),
  'webhook-timestamp': z.string().openapi({ description: 'When this try was made, in seconds since 1970.' }),
  'webhook-signature': z.string().openapi({
    description: '`v1,` and the signature; two with a space between while the secret is changed.',
  }),
});

const answers = {
  '2XX': { description: 'It is taken; whatever else is answered, it comes again later' },
  410: { description: 'Nobody takes it any more: the webhook is paused' },
};

/** The section `webhooks` of the document: what receivers are sent. */
export function describeWebhooks({ openAPIRegistry: registry }: OpenAPIHono<Env>): void {
  for (const schema of payloadShapes) {
    const type = schema.shape.type.value;
    registry.registerWebhook({
      method: 'post',
      path: type,
      tags: ['Webhooks'],
      summary: meanings[type] ?? type,
      request: { headers, body: { content: { 'application/json': { schema } }, required: true } },
      responses: answers,
    });
  }
  registry.registerWebhook(judging);
}

/** What the judge of a site is asked, where that is a hook. */
const judging = {
  method: 'post' as const,
  path: 'judge',
  tags: ['Webhooks'],
  summary: 'A new comment is to be judged, within two seconds; without an answer it waits for a moderator',
  request: { headers, body: { content: { 'application/json': { schema: askedShape } }, required: true } },
  responses: {
    200: { description: 'What the judge says', content: { 'application/json': { schema: answerShape } } },
  },
};
