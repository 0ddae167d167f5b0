import type { Context } from 'hono';
import { z } from 'zod';
import { blockFor, liftBlocks } from '../../../comments/senders/block.ts';
import { holdSender, releaseSender } from '../../../comments/senders/hold.ts';
import { noteSender } from '../../../comments/senders/note.ts';
import { siteId } from '../../../sites/site.ts';
import { findLatest } from '../../../store/senders/history.ts';
import { mistakesOf } from '../../../web/field.ts';
import type { Deps, Env } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { toProblem } from '../../problems.ts';
import { newRoutes } from '../../routes.ts';
import { sitesOf } from '../moderator-sites.ts';
import { afterAct } from '../newsroom/after-act.ts';
import { senderOf } from './find.ts';
import { showBlocks, showSender } from './page.ts';
import { blockForm, holdForm, noteForm, senderName } from './shapes.ts';

const nameForm = z.object({ site: siteId, sender: senderName });

/** What moderators see and do about who sends, as pages and plain forms. */
export function senderFormRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/senders/:id', (context) =>
    showSender(deps, context, { ...context.req.query(), id: context.req.param('id') }),
  );
  routes.get('/moderation/blocks', (context) => showBlocks(deps, context));
  routes.post('/moderation/comments/:id/notes', (context) =>
    takeNote(deps, context, context.req.param('id')),
  );
  routes.post('/moderation/comments/:id/hold', async (context) => {
    const [form, about, moderator] = [
      await readForm(context),
      context.req.param('id'),
      context.get('moderator'),
    ];
    const { do: deed, reason, wide } = parseOrRefuse(holdForm, form);
    const at = await senderOf(deps, context, about);
    const act =
      deed === 'hold'
        ? await holdSender(deps, moderator, at, { reason, wide: wide === 'yes' })
        : await releaseSender(deps, moderator, at);
    return context.redirect(afterAct({ ...form, about }, moderator, act ?? ''), 303);
  });
  routes.post('/moderation/comments/:id/block', async (context) => {
    const [form, about, moderator] = [
      await readForm(context),
      context.req.param('id'),
      context.get('moderator'),
    ];
    const { hours, wide } = parseOrRefuse(blockForm, form);
    const at = await senderOf(deps, context, about);
    const act =
      hours === 0
        ? await liftBlocks(deps, moderator, at)
        : await blockFor(deps, moderator, at, { hours, wide: wide === 'yes' });
    return context.redirect(afterAct({ ...form, about }, moderator, act ?? ''), 303);
  });
  routes.post('/moderation/blocks/lift', (context) => fromList(deps, context, liftBlocks));
  routes.post('/moderation/holds/release', (context) => fromList(deps, context, releaseSender));
  return routes;
}

/** What was typed and not taken stays on the page of the sender. */
async function takeNote(deps: Deps, context: Context<Env>, about: string) {
  const [form, moderator] = [await readForm(context), context.get('moderator')];
  const at = await senderOf(deps, context, about);
  try {
    const act = await noteSender(deps, moderator, at, parseOrRefuse(noteForm, form).note);
    return context.redirect(afterAct({ ...form, about }, moderator, act), 303);
  } catch (error) {
    const problem = toProblem(error);
    if (problem?.kind !== 'invalid') throw error;
    const mistakes = mistakesOf(problem.errors, ['note'], moderator.language);
    return showSender(deps, context, { id: at.sender, site: at.site }, { text: form.note ?? '', mistakes });
  }
}

/** From the list of blocks and holds, where there may be no comment left by which to know whose it is. */
async function fromList(deps: Deps, context: Context<Env>, lift: typeof liftBlocks) {
  const [form, moderator] = [await readForm(context), context.get('moderator')];
  const { site, sender } = parseOrRefuse(nameForm, form);
  sitesOf(moderator, site);
  const latest = await findLatest(deps.database, site, sender);
  const act = await lift(deps, moderator, { site, sender, comment: latest?.id ?? null });
  const query = new URLSearchParams({ ...(form.only && { site: form.only }), ...(act && { act }) });
  return context.redirect(`/moderation/blocks?${query}`, 303);
}
