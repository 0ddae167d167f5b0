import { z } from '@hono/zod-openapi';
import { type ChannelKind, channelKinds } from '../../../notices/channel.ts';
import { eventKinds } from '../../../notices/event.ts';
import type { StoredChannel } from '../../../store/notices/channels.ts';
import type { KeptDelivery } from '../../../store/notices/kept-deliveries.ts';
import { isoTime } from '../../routes.ts';
import { siteParam, time } from '../../shapes.ts';

export const channelParams = siteParam.extend({ id: z.string().max(64) });
export const deliveryParams = channelParams.extend({ delivery: z.string().max(64) });

const events = z.array(z.enum(eventKinds)).min(1).max(eventKinds.length);

export const newChannel = z
  .object({
    url: z.url().max(2048).openapi({
      description:
        'https, outside. Of a chat the whole address of its incoming hook; of Telegram `…/sendMessage?chat_id=…`.',
    }),
    kind: z.enum(channelKinds).default('standard'),
    events: events.optional().openapi({
      description:
        'Held, reported and appealed comments and a queue that waits too long, unless others are named.',
    }),
    grouped: z.boolean().optional().openapi({
      description:
        'Chats are told how the queue stands, once a minute at most; `false` tells them of each event.',
    }),
  })
  .openapi('NewWebhook');

export const changedChannel = z.object({ paused: z.boolean() }).openapi('ChangedWebhook');

const timeOrNull = time.nullable();

export const channel = z
  .object({
    id: z.string(),
    kind: z.enum(channelKinds),
    url: z.string().openapi({ description: 'Of a chat only its host and the last letters.' }),
    events,
    grouped: z.boolean(),
    paused: timeOrNull,
    gone: z.boolean().openapi({ description: 'Paused since the receiver answered 410.' }),
    failingSince: timeOrNull,
    dropped: z.number().int().openapi({ description: 'Deliveries that went since too much waited.' }),
    createdAt: time,
  })
  .openapi('Webhook');

export const delivery = z
  .object({
    id: z
      .string()
      .openapi({ description: 'The `webhook-id` that the receiver sees, at every try the same.' }),
    event: z.string(),
    comment: z.string().nullable(),
    status: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
    tries: z.number().int(),
    createdAt: time,
    triedAt: timeOrNull,
    dueAt: timeOrNull,
    answer: z.string().nullable().openapi({ description: 'The status of the last answer, or `unreached`.' }),
  })
  .openapi('Delivery');

const orNull = (at: number | null) => (at === null ? null : isoTime(at));

export function channelToJson(one: StoredChannel) {
  const { id, kind, shown, events: asked, grouped, gone, pausedAt, failingSince, dropped, createdAt } = one;
  return {
    ...{ id, kind: kind as ChannelKind, url: shown, events: asked, grouped, gone, dropped },
    paused: orNull(pausedAt),
    failingSince: orNull(failingSince),
    createdAt: isoTime(createdAt),
  };
}

export function deliveryToJson({ kind, createdAt, triedAt, dueAt, ...one }: KeptDelivery) {
  return {
    ...one,
    event: kind,
    createdAt: isoTime(createdAt),
    triedAt: orNull(triedAt),
    dueAt: orNull(dueAt),
  };
}
