import type { Context } from 'hono';
import { z } from 'zod';
import { readerOf } from '../../../acts/reader.ts';
import { mayBeUndoneBy } from '../../../acts/undo.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { siteId } from '../../../sites/site.ts';
import { findAct } from '../../../store/acts.ts';
import { listBlocks } from '../../../store/limits/blocks.ts';
import { listSent } from '../../../store/senders/history.ts';
import { listHolds } from '../../../store/senders/holds.ts';
import { blocksPage } from '../../../web/queue/sender/blocks-page.ts';
import { type SenderView, senderPage } from '../../../web/queue/sender/sender-page.ts';
import { toldHere } from '../../../web/queue/sender/told.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { cursorQuery } from '../../shapes.ts';
import { listSitesOf, noSuchSite, sitesOf } from '../moderator-sites.ts';
import { withoutEmpty } from '../queue-page.ts';
import { readSender } from './find.ts';
import { senderName } from './shapes.ts';

const asked = z.object({
  id: senderName,
  site: siteId,
  state: z.enum(['pending', 'published', 'rejected', 'spam']).optional(),
  cursor: cursorQuery,
  act: z.string().max(64).optional(),
});

const sentAtOnce = 30;

/** The page of a sender, with a note that was typed and not taken. */
export async function showSender(
  deps: Deps,
  context: Context<Env>,
  query: Record<string, string>,
  draft: SenderView['draft'] = null,
) {
  const moderator = context.get('moderator');
  const { id, site: siteName, state: chosen, cursor, act } = parseOrRefuse(asked, withoutEmpty(query));
  const sender = await readSender(deps, moderator, { site: siteName, id });
  const states = ['pending', 'published', 'rejected', 'spam'] as const;
  const state = chosen ?? states.find((one) => sender.counts[one] > 0) ?? 'published';
  const carried = { from: 'sender', sender: id, site: siteName };
  const [page, sites, told] = await Promise.all([
    listSent(deps.database, sender, { state, limit: sentAtOnce, cursor }),
    listSitesOf(deps, moderator),
    tell(deps, moderator, act, carried),
  ]);
  const site = sites.find((one) => one.id === siteName);
  if (!site) throw noSuchSite();
  const view = { moderator, site, sender, state, sent: page.rows, nextCursor: page.nextCursor };
  return context.html(senderPage({ ...view, now: deps.now(), told, draft }), draft ? 422 : 200);
}

const askedBlocks = z.object({ site: siteId.optional(), act: z.string().max(64).optional() });

export async function showBlocks(deps: Deps, context: Context<Env>) {
  const moderator = context.get('moderator');
  const { site, act } = parseOrRefuse(askedBlocks, withoutEmpty(context.req.query()));
  const chosen = sitesOf(moderator, site);
  const carried = { from: 'blocks', ...(site && { site }) };
  const [sites, blocks, holds, told] = await Promise.all([
    listSitesOf(deps, moderator),
    listBlocks(deps.database, chosen, deps.now()),
    listHolds(deps.database, chosen),
    tell(deps, moderator, act, carried),
  ]);
  return context.html(blocksPage({ moderator, sites, site, blocks, holds, told }));
}

/** What has just been done, where it was about a sender on one of the moderator's sites. */
async function tell(
  deps: Deps,
  moderator: Moderator,
  id: string | undefined,
  carried: Record<string, string>,
) {
  const act = id ? await findAct(deps.database, await readerOf(deps.database, moderator), id) : undefined;
  if (!act) return null;
  return toldHere(act, moderator, { mayUndo: mayBeUndoneBy(moderator.role, act), carried });
}
