import type { Context } from 'hono';
import { readMailboxToken } from '../../notices/mail/mailbox.ts';
import { Problem } from '../../problem.ts';
import { accept, readStanding, refuse, refuseAll } from '../../store/notices/mailboxes.ts';
import { findSite } from '../../store/sites.ts';
import { mailboxPage } from '../../web/mailbox/page.ts';
import type { Deps, Env } from '../deps.ts';
import { newRoutes } from '../routes.ts';

/** Where the links of letters lead. To open one changes nothing, since programs that look for harm open them too. */
export function mailboxRoutes(deps: Deps) {
  const { database, now } = deps;
  const routes = newRoutes();
  routes.get('/mail/:token', (context) => show(deps, context));
  routes.get('/mail/:token/stop', (context) => show(deps, context));
  routes.post('/mail/:token/accept', async (context) => {
    await accept(database, mailboxIn(deps, context), now());
    return back(context);
  });
  routes.post('/mail/:token/stop', async (context) => {
    const isOneClick = (await context.req.text()).includes('List-Unsubscribe');
    await refuse(database, mailboxIn(deps, context), now());
    // A program for mail sends a form of either kind, and follows no redirect (RFC 8058).
    return isOneClick ? context.text('OK') : back(context);
  });
  routes.post('/mail/:token/end', async (context) => {
    await refuseAll(database, mailboxIn(deps, context).mailbox, now());
    return back(context);
  });
  return routes;
}

function mailboxIn(deps: Deps, context: Context<Env>) {
  return readMailboxToken(deps, context.req.param('token') ?? '');
}

function back(context: Context<Env>) {
  return context.redirect(`/mail/${context.req.param('token')}`, 303);
}

async function show(deps: Deps, context: Context<Env>) {
  const at = mailboxIn(deps, context);
  const site = await findSite(deps.database, at.site);
  if (!site)
    throw new Problem('not-found', {
      vi: 'Không có trang báo này nữa.',
      en: 'This site is not there any more.',
    });
  const standing = await readStanding(deps.database, at);
  return context.html(mailboxPage({ site, token: context.req.param('token') ?? '', standing }));
}
