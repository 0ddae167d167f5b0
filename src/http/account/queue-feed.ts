import { z } from '@hono/zod-openapi';
import { whoFollows } from '../../moderators/feed-key.ts';
import { Problem } from '../../problem.ts';
import { listQueue } from '../../store/queue/queue.ts';
import { queueAtom } from '../../web/account/queue-atom.ts';
import { atomType } from '../../web/site/atom.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { newRoutes } from '../routes.ts';

const asked = z.object({ key: z.string().max(64).default(''), site: z.string().max(64).optional() });
const mostEntries = 50;

/** The queue as a feed, for whoever has its address: feed readers sign in nowhere, so that the key stands in it. */
export function queueFeedRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/feed.atom', async (context) => {
    const { key, site } = parseOrRefuse(asked, context.req.query());
    const follower = await whoFollows(deps, key);
    if (!follower) throw ended();
    const { moderator, texts } = follower;
    const sites = moderator.sites.filter((id) => site === undefined || id === site);
    const query = { sites, tab: 'pending', sort: 'newest', limit: mostEntries } as const;
    const { rows } = await listQueue(deps.database, query);
    const { publicUrl } = deps;
    const text = String(queueAtom({ comments: rows, moderator, texts, publicUrl, now: deps.now() }));
    context.header('Cache-Control', 'private, no-store');
    context.header('Referrer-Policy', 'no-referrer');
    return context.body(text, 200, { 'Content-Type': `${atomType}; charset=utf-8` });
  });
  return routes;
}

function ended(): Problem {
  return new Problem('unauthenticated', {
    vi: 'Địa chỉ này không còn dùng được. Vui lòng tạo địa chỉ mới ở trang tài khoản.',
    en: 'This address is of no use any more. Please make a new one at the account page.',
  });
}
