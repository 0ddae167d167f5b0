import {
  addChannel,
  channelOf,
  removeChannel,
  resend,
  rotateSecret,
  setPaused,
  testChannel,
} from '../../../notices/set-up.ts';
import { decodeCursor } from '../../../store/cursor.ts';
import { listChannels } from '../../../store/notices/channels.ts';
import { listDeliveries } from '../../../store/notices/kept-deliveries.ts';
import type { Deps } from '../../deps.ts';
import { noSuchSite } from '../../desk/moderator-sites.ts';
import { newRoutes } from '../../routes.ts';
import { requireOwner } from '../guard-owner.ts';
import * as operations from './operations.ts';
import { channelToJson, deliveryToJson } from './shapes.ts';

/** An owner's word on who is told outside what happens on a site. */
export function webhookRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/api/v1/sites/:site/webhooks/*', async (context, next) => {
    if (!context.get('moderator').sites.includes(context.get('site').id)) throw noSuchSite();
    return requireOwner(context, next);
  });
  routes.openapi(operations.add, async (context) => {
    const asked = { site: context.get('site').id, by: context.get('moderator'), reach: deps.reach };
    return context.json(await addChannel(deps, asked, context.req.valid('json')), 201);
  });
  routes.openapi(operations.list, async (context) => {
    const channels = await listChannels(deps.database, context.get('site').id);
    return context.json({ webhooks: channels.map(channelToJson) }, 200);
  });
  routes.openapi(operations.remove, async (context) => {
    const { site, id } = context.req.valid('param');
    await removeChannel(deps, await channelOf(deps, site, id), context.get('moderator'));
    return context.body(null, 204);
  });
  routes.openapi(operations.change, async (context) => {
    const { site, id } = context.req.valid('param');
    const { paused } = context.req.valid('json');
    await setPaused(deps, await channelOf(deps, site, id), paused, context.get('moderator'));
    return context.json(channelToJson(await channelOf(deps, site, id)), 200);
  });
  routes.openapi(operations.rotate, async (context) => {
    const { site, id } = context.req.valid('param');
    const secret = await rotateSecret(deps, await channelOf(deps, site, id), context.get('moderator'));
    return context.json({ secret }, 200);
  });
  routes.openapi(operations.test, async (context) => {
    const { site, id } = context.req.valid('param');
    const sentId = await testChannel(deps, await channelOf(deps, site, id), context.get('moderator'));
    return context.json({ id: sentId }, 202);
  });
  routes.openapi(operations.deliveries, async (context) => {
    const { site, id } = context.req.valid('param');
    const { limit, cursor } = context.req.valid('query');
    const { database } = deps;
    const before = cursor === undefined ? undefined : decodeCursor(cursor);
    const page = await listDeliveries(database, (await channelOf(deps, site, id)).id, { limit, before });
    return context.json({ deliveries: page.rows.map(deliveryToJson), nextCursor: page.nextCursor }, 200);
  });
  routes.openapi(operations.again, async (context) => {
    const { site, id } = context.req.valid('param');
    const found = await channelOf(deps, site, id);
    return context.json({ count: await resend(deps, found, context.get('moderator')) }, 202);
  });
  routes.openapi(operations.oneAgain, async (context) => {
    const { site, id, delivery: which } = context.req.valid('param');
    const found = await channelOf(deps, site, id);
    return context.json({ count: await resend(deps, found, context.get('moderator'), which) }, 202);
  });
  return routes;
}
