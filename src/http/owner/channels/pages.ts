import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { usualEvents } from '../../../notices/channel.ts';
import { eventKinds } from '../../../notices/event.ts';
import {
  addChannel,
  channelOf,
  removeChannel,
  resend,
  rotateSecret,
  setPaused,
  testChannel,
} from '../../../notices/set-up.ts';
import { Problem } from '../../../problem.ts';
import type { Site } from '../../../sites/site.ts';
import { decodeCursor } from '../../../store/cursor.ts';
import { listChannels } from '../../../store/notices/channels.ts';
import { countWaiting, listDeliveries } from '../../../store/notices/kept-deliveries.ts';
import { type ChannelsView, channelsPage, pathOf } from '../../../web/owner/channels/channels-page.ts';
import { deliveriesPage } from '../../../web/owner/channels/deliveries-page.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readFields } from '../../form.ts';
import { statusOf } from '../../problems.ts';
import { newRoutes } from '../../routes.ts';
import { requireOwner } from '../guard-owner.ts';
import { findOwnSite } from '../own-site.ts';
import { newChannel } from './shapes.ts';

const perPage = 50;
const deed = z.object({
  do: z.enum(['test', 'pause', 'resume', 'rotate', 'resend', 'remove']),
  delivery: z.string().max(64).optional(),
});

/** The channels of a site, for its owners. */
export function channelPageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/moderation/sites/*', requireOwner);
  routes.get('/moderation/sites/:id/channels', async (context) =>
    show(deps, context, await findOwnSite(deps, context), {}),
  );
  routes.post('/moderation/sites/:id/channels', async (context) => {
    const site = await findOwnSite(deps, context);
    const fields = await readFields(context);
    const form = Object.fromEntries(fields);
    const chosen = fields.getAll('event');
    try {
      const asked = parseOrRefuse(newChannel, {
        ...{ kind: form.kind, url: form.url, events: chosen },
        ...(form.single === 'yes' && { grouped: false }),
      });
      const by = context.get('moderator');
      const { id, secret } = await addChannel(deps, { site: site.id, by, reach: deps.reach }, asked);
      if (secret === null) return context.redirect(pathOf(site), 303);
      return show(deps, context, site, { secret: { channel: id, text: secret } });
    } catch (error) {
      if (!(error instanceof Problem) || error.errors.length === 0) throw error;
      return show(deps, context, site, { form, chosen, errors: error.errors });
    }
  });
  routes.get('/moderation/sites/:id/channels/:channel', async (context) => {
    const site = await findOwnSite(deps, context);
    const channel = await channelOf(deps, site.id, context.req.param('channel'));
    const cursor = context.req.query('cursor');
    const before = cursor ? decodeCursor(cursor) : undefined;
    const page = await listDeliveries(deps.database, channel.id, { limit: perPage, before });
    const view = { moderator: context.get('moderator'), site, channel, nextCursor: page.nextCursor };
    return context.html(deliveriesPage({ ...view, deliveries: page.rows }));
  });
  routes.post('/moderation/sites/:id/channels/:channel', async (context) => {
    const site = await findOwnSite(deps, context);
    const channel = await channelOf(deps, site.id, context.req.param('channel'));
    const asked = parseOrRefuse(deed, Object.fromEntries(await readFields(context)));
    const by = context.get('moderator');
    if (asked.do === 'rotate') {
      const text = await rotateSecret(deps, channel, by);
      return show(deps, context, site, { secret: { channel: channel.id, text } });
    }
    if (asked.do === 'test') await testChannel(deps, channel, by);
    if (asked.do === 'resend') await resend(deps, channel, by, asked.delivery);
    if (asked.do === 'pause' || asked.do === 'resume')
      await setPaused(deps, channel, asked.do === 'pause', by);
    if (asked.do === 'remove') await removeChannel(deps, channel, by);
    const isShown = asked.do === 'test' || asked.delivery !== undefined;
    return context.redirect(isShown ? `${pathOf(site)}/${channel.id}` : pathOf(site), 303);
  });
  return routes;
}

type Shown = Partial<Pick<ChannelsView, 'form' | 'chosen' | 'errors' | 'secret'>>;

async function show(
  deps: Deps,
  context: Context<Env>,
  site: Site,
  { form = {}, errors = [], chosen = usualEvents, ...more }: Shown,
) {
  const channels = await listChannels(deps.database, site.id);
  const counts = await countWaiting(deps.database, site.id);
  const moderator = context.get('moderator');
  const shown = { form, errors, chosen, offered: eventKinds, now: deps.now() };
  const view = { moderator, site, channels, counts, ...shown, ...more };
  context.header('Cache-Control', 'no-store');
  return context.html(channelsPage(view), errors.length > 0 ? statusOf.invalid : 200);
}
