import type { Context } from 'hono';
import { readModeratorToken } from '../../../notices/mail/moderators/mailbox-token.ts';
import { refuseAll } from '../../../store/notices/mailboxes.ts';
import { acceptAt, readAnswer, refuseAt } from '../../../store/notices/moderator-mailboxes.ts';
import { moderatorMailboxPage } from '../../../web/mailbox/moderator-page.ts';
import type { Deps, Env } from '../../deps.ts';
import { newRoutes } from '../../routes.ts';

/** Where the links of moderators' letters lead, for whoever has them. To open one changes nothing, as for readers. */
export function moderatorMailboxRoutes(deps: Deps) {
  const { database, now } = deps;
  const routes = newRoutes();
  routes.get('/mail/moderator/:token', (context) => show(deps, context));
  routes.get('/mail/moderator/:token/stop', (context) => show(deps, context));
  routes.post('/mail/moderator/:token/accept', async (context) => {
    await acceptAt(database, mailboxIn(deps, context), now());
    return back(context);
  });
  routes.post('/mail/moderator/:token/stop', async (context) => {
    const isOneClick = (await context.req.text()).includes('List-Unsubscribe');
    await refuseAt(database, mailboxIn(deps, context));
    return isOneClick ? context.text('OK') : back(context);
  });
  routes.post('/mail/moderator/:token/end', async (context) => {
    await refuseAll(database, mailboxIn(deps, context).mailbox, now());
    return back(context);
  });
  return routes;
}

function mailboxIn(deps: Deps, context: Context<Env>) {
  return readModeratorToken(deps, context.req.param('token') ?? '');
}

function back(context: Context<Env>) {
  return context.redirect(`/mail/moderator/${context.req.param('token')}`, 303);
}

async function show(deps: Deps, context: Context<Env>) {
  const answer = await readAnswer(deps.database, mailboxIn(deps, context));
  return context.html(moderatorMailboxPage({ ...answer, token: context.req.param('token') ?? '' }));
}
