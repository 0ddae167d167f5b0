import type { Context } from 'hono';
import { invite, inviteAgain } from '../../moderators/password-link.ts';
import type { FieldError } from '../../problem.ts';
import { actBy } from '../../store/acts/record.ts';
import { Duplicate } from '../../store/database.ts';
import { listCredentials } from '../../store/moderators/credentials.ts';
import {
  disableModerator,
  enableModerator,
  endToken,
  setReach,
} from '../../store/moderators/moderator-changes.ts';
import { listModerators, worksEverywhere } from '../../store/moderators/moderators.ts';
import { linkPage } from '../../web/owner/link-page.ts';
import { moderatorDeeds, moderatorPage } from '../../web/owner/moderator-page.ts';
import { moderatorsPage } from '../../web/owner/moderators-page.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps, Env } from '../deps.ts';
import { listSitesOf } from '../desk/moderator-sites.ts';
import { readFields } from '../form.ts';
import { statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { requireOwner } from './guard-owner.ts';
import { nameTaken, readName, readReach } from './moderator-form.ts';
import { findListed, ownDisabling, ownReset, refuseOwn, whyNot } from './moderator-refusals.ts';

/** The accounts of the desk, and what an owner may change of them. */
export function ownerModeratorRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.use('/moderation/moderators/*', requireOwner);
  routes.get('/moderation/moderators', (context) => showAll(deps, context));
  routes.post('/moderation/moderators', async (context) => {
    const fields = await readFields(context);
    const added = await add(deps, context, fields);
    if ('errors' in added) return showAll(deps, context, fields, added.errors);
    return showLink(deps, context, added.name, added.secret);
  });
  routes.get('/moderation/moderators/:id', (context) => showOne(deps, context, context.req.param('id')));
  routes.post('/moderation/moderators/:id', async (context) => {
    const [owner, id, fields] = [
      context.get('moderator'),
      context.req.param('id'),
      await readFields(context),
    ];
    const read = readReach(fields, await giverOf(deps, context));
    if ('errors' in read) return showOne(deps, context, id, fields, read.errors);
    const changed = await setReach(
      deps.database,
      { ownerId: owner.id, id, act: actBy(deps, owner) },
      read.reach,
    );
    if (changed) logSecurity(deps, 'account changed', { by: owner.id, account: id, role: read.reach.role });
    return answer(deps, context, id, changed && 'saved');
  });
  routes.post('/moderation/moderators/:id/disable', async (context) => {
    const [owner, id] = [context.get('moderator'), context.req.param('id')];
    refuseOwn(owner, id, ownDisabling);
    const disabled = await disableModerator(deps.database, {
      ownerId: owner.id,
      id,
      act: actBy(deps, owner),
    });
    if (disabled) logSecurity(deps, 'account disabled', { by: owner.id, account: id });
    return answer(deps, context, id, disabled && 'disabled');
  });
  routes.post('/moderation/moderators/:id/enable', async (context) => {
    const [owner, id] = [context.get('moderator'), context.req.param('id')];
    const enabled = await enableModerator(deps.database, { ownerId: owner.id, id, act: actBy(deps, owner) });
    if (enabled) logSecurity(deps, 'account enabled', { by: owner.id, account: id });
    return answer(deps, context, id, enabled && 'enabled');
  });
  routes.post('/moderation/moderators/:id/tokens/end', async (context) => {
    const [owner, id] = [context.get('moderator'), context.req.param('id')];
    const credential = (await readFields(context)).get('credential') ?? '';
    await findListed(deps, owner, id);
    await endToken(deps.database, { ownerId: owner.id, id, act: actBy(deps, owner) }, credential);
    return context.redirect(`/moderation/moderators/${id}?done=revoked`, 303);
  });
  routes.post('/moderation/moderators/:id/password', async (context) => {
    const [owner, id, fields] = [
      context.get('moderator'),
      context.req.param('id'),
      await readFields(context),
    ];
    refuseOwn(owner, id, ownReset);
    const withoutFactor = fields.get('factor') === 'remove';
    const secret = await inviteAgain(
      deps,
      { ownerId: owner.id, id, act: actBy(deps, owner) },
      { withoutFactor },
    );
    if (!secret) throw await whyNot(deps, owner, id);
    logSecurity(deps, 'account reset', { by: owner.id, account: id, withoutFactor });
    return showLink(deps, context, (await findListed(deps, owner, id)).name, secret);
  });
  return routes;
}

const nothing = new URLSearchParams();

async function showAll(deps: Deps, context: Context<Env>, fields = nothing, errors: FieldError[] = []) {
  const moderator = context.get('moderator');
  const accounts = await listModerators(deps.database, moderator);
  const choice = await choiceOf(deps, context, fields, errors);
  const name = fields.get('name') ?? '';
  return context.html(moderatorsPage({ moderator, accounts, name, choice }), statusFor(errors));
}

async function showOne(
  deps: Deps,
  context: Context<Env>,
  id: string,
  fields?: URLSearchParams,
  errors: FieldError[] = [],
) {
  const moderator = context.get('moderator');
  const account = await findListed(deps, moderator, id);
  const present = new URLSearchParams({ role: account.role, everywhere: account.everywhere ? 'yes' : '' });
  for (const site of account.sites) present.append('site', site);
  const choice = await choiceOf(deps, context, fields ?? present, errors);
  const done = moderatorDeeds.find((deed) => deed === context.req.query('done')) ?? null;
  const credentials = account.changeable ? await listCredentials(deps.database, id, deps.now()) : [];
  const tokens = credentials.filter(({ kind }) => kind === 'token');
  return context.html(moderatorPage({ moderator, account, choice, done, tokens }), statusFor(errors));
}

async function choiceOf(deps: Deps, context: Context<Env>, fields: URLSearchParams, errors: FieldError[]) {
  const { everywhere } = await giverOf(deps, context);
  return {
    sites: await listSitesOf(deps, context.get('moderator')),
    mayGiveAll: everywhere,
    role: fields.get('role') ?? 'moderator',
    everywhere: fields.get('everywhere') === 'yes',
    chosen: fields.getAll('site'),
    errors,
  };
}

function statusFor(errors: readonly FieldError[]) {
  return errors.length > 0 ? statusOf.invalid : 200;
}

async function giverOf(deps: Deps, context: Context<Env>) {
  const { id, sites } = context.get('moderator');
  return { sites, everywhere: await worksEverywhere(deps.database, id) };
}

async function add(deps: Deps, context: Context<Env>, fields: URLSearchParams) {
  const named = readName(fields);
  const read = readReach(fields, await giverOf(deps, context));
  if ('errors' in named || 'errors' in read) return { errors: [named, read].flatMap(errorsOf) };
  try {
    const { id, secret } = await invite(deps, { name: named.name, ...read.reach }, context.get('moderator'));
    logSecurity(deps, 'account added', {
      by: context.get('moderator').id,
      account: id,
      role: read.reach.role,
    });
    return { name: named.name, secret };
  } catch (error) {
    if (error instanceof Duplicate) return { errors: [nameTaken] };
    throw error;
  }
}

function errorsOf(read: object & { errors?: FieldError[] }): FieldError[] {
  return read.errors ?? [];
}

/** The page is the answer itself, not behind a redirect: the secret stands in no address that we are asked for. */
function showLink(deps: Deps, context: Context<Env>, name: string, secret: string) {
  const link = `${deps.publicUrl}/moderation/setup/${secret}`;
  return context.html(linkPage({ moderator: context.get('moderator'), name, link }));
}

async function answer(
  deps: Deps,
  context: Context<Env>,
  id: string,
  done: false | (typeof moderatorDeeds)[number],
) {
  if (!done) throw await whyNot(deps, context.get('moderator'), id);
  return context.redirect(`/moderation/moderators/${id}?done=${done}`, 303);
}
