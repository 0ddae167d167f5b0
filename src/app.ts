import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { requestId } from 'hono/request-id';
import { accountRoutes } from './http/account/account.ts';
import { entranceRoutes } from './http/account/entrance.ts';
import { moderatorMailboxRoutes } from './http/account/mail/mailbox.ts';
import { signInsInTurn } from './http/account/sign-in-turns.ts';
import { addressesUnder, basePathOf, pathUnder } from './http/base-path.ts';
import { limitBody } from './http/body-limit.ts';
import { changesInTurn } from './http/changes/in-turn.ts';
import { answerOnceStored } from './http/changes/once-stored.ts';
import { refuseCrossSite } from './http/cross-site.ts';
import type { Deps, Env } from './http/deps.ts';
import { actRoutes } from './http/desk/acts.ts';
import { claimRoutes } from './http/desk/claims.ts';
import { decisionFormRoutes } from './http/desk/decision-forms.ts';
import { decisionLogRoutes } from './http/desk/decision-log.ts';
import { decisionRoutes } from './http/desk/decisions.ts';
import { deskCommentRoutes } from './http/desk/desk-comments.ts';
import { filterRoutes } from './http/desk/filter.ts';
import { keyRoutes } from './http/desk/keys.ts';
import { logPageRoutes } from './http/desk/log/page.ts';
import { articleChoiceRoutes } from './http/desk/newsroom/articles.ts';
import { pickRoutes } from './http/desk/newsroom/picks.ts';
import { replyRoutes } from './http/desk/newsroom/replies.ts';
import { queueRoutes } from './http/desk/queue.ts';
import { queuePageRoutes } from './http/desk/queue-page.ts';
import { whoSendsRoutes } from './http/desk/senders/routes.ts';
import { statisticsApiRoutes } from './http/desk/statistics/json.ts';
import { statisticsRoutes } from './http/desk/statistics/pages.ts';
import { viewRoutes } from './http/desk/views/views.ts';
import { describeApi } from './http/docs.ts';
import { edgeAnswers } from './http/edge/answers.ts';
import { askPlatform } from './http/edge/limits.ts';
import { requireModerator } from './http/guard.ts';
import { helpRoutes } from './http/help/routes.ts';
import { homeRoutes } from './http/home.ts';
import { onlyUtf8 } from './http/only-utf8.ts';
import { operationRoutes } from './http/operations.ts';
import { articlePageRoutes } from './http/owner/article.ts';
import { articleRoutes } from './http/owner/articles.ts';
import { channelPageRoutes } from './http/owner/channels/pages.ts';
import { webhookRoutes } from './http/owner/channels/webhooks.ts';
import { identityPageRoutes } from './http/owner/identity.ts';
import { judgePageRoutes } from './http/owner/judge.ts';
import { ownerModeratorRoutes } from './http/owner/moderators.ts';
import { ownerSiteRoutes } from './http/owner/sites.ts';
import { answerErrors, answerNotFound } from './http/problems.ts';
import { challengeRoutes } from './http/reader/challenges.ts';
import { commentRoutes } from './http/reader/comments.ts';
import { allowSiteFrames, embedRoutes } from './http/reader/embed.ts';
import { embeddingRoutes } from './http/reader/embedding.ts';
import { erasureRoutes } from './http/reader/erasure.ts';
import { feedRoutes } from './http/reader/feeds.ts';
import { readerCommentRoutes } from './http/reader/known/own.ts';
import { likeRoutes } from './http/reader/likes.ts';
import { mailboxRoutes } from './http/reader/mailboxes.ts';
import { ownCommentRoutes } from './http/reader/own-comments.ts';
import { receiptRoutes, requireReceipt } from './http/reader/receipts.ts';
import { reportRoutes } from './http/reader/reports.ts';
import { threadRoutes } from './http/reader/thread.ts';
import { isForAll, readyAnswers } from './http/ready/ready-answers.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { siteArticleRoutes } from './http/site/articles.ts';
import { countRoutes } from './http/site/counts.ts';
import { threadFragmentRoutes } from './http/site/thread-fragment.ts';
import { allowSiteOrigins, keepIdentityApart, requireSite } from './http/site.ts';
import { refuseWhileStopping } from './http/while-stopping.ts';

/** Where only moderators come. */
const moderatorPaths = [
  '/api/v1/queue/*',
  '/api/v1/decisions/*',
  '/api/v1/claims/*',
  '/api/v1/comments/*',
  '/api/v1/acts/*',
  '/api/v1/senders/*',
  '/api/v1/blocks/*',
  '/api/v1/readers/*',
  '/api/v1/statistics',
  '/api/v1/views/*',
  '/moderation/*',
];

/** The table of contents: what every request passes, in order, and then who answers it. */
export function createApp(deps: Deps) {
  const base = basePathOf(deps.publicUrl);
  const app = new OpenAPIHono<Env>(base ? { getPath: pathUnder(deps.publicUrl) } : {});
  app.onError(answerErrors(deps));
  app.notFound(answerNotFound);

  const kept = deps.edge ? edgeAnswers(deps, deps.edge) : readyAnswers(deps);
  // Before all else, since of many at once even the beginning would keep readers waiting.
  app.use(
    signInsInTurn(deps),
    changesInTurn(deps),
    kept,
    requestId(),
    requestLog(deps),
    compressOthers(deps),
  );
  if (base) app.use(addressesUnder(base));
  app.use(securityHeaders);
  app.use(refuseWhileStopping(deps), answerOnceStored(deps));

  // Whether there is such a site is told to nobody here before they have said who they are.
  app.use('/api/v1/sites/:site/articles/*', refuseCrossSite(deps), requireModerator(deps));
  app.use('/api/v1/sites/:site/webhooks/*', refuseCrossSite(deps), requireModerator(deps));
  app.use('/api/v1/sites/:site/*', requireSite(deps), allowSiteOrigins, keepIdentityApart);
  app.use('/api/v1/receipts/:receipt/*', requireReceipt(deps), allowSiteOrigins);
  app.use('/receipts/:receipt/*', requireReceipt(deps));
  app.use('/embed/:site/*', requireSite(deps), allowSiteFrames, keepIdentityApart);
  app.use(refuseCrossSite(deps));
  if (deps.limits) app.use(askPlatform(deps, deps.limits));
  app.use(limitBody, onlyUtf8);
  app.route('/', homeRoutes(deps));
  app.route('/', operationRoutes(deps));
  app.route('/', challengeRoutes(deps));
  app.route('/', threadRoutes(deps));
  app.route('/', commentRoutes(deps));
  app.route('/', countRoutes(deps));
  app.route('/', threadFragmentRoutes(deps));
  app.route('/', receiptRoutes(deps));
  for (const routes of [ownCommentRoutes, readerCommentRoutes]) app.route('/', routes(deps));
  for (const routes of [erasureRoutes, embedRoutes]) app.route('/', routes(deps));
  app.route('/', embeddingRoutes(deps));
  for (const routes of [reportRoutes, likeRoutes, feedRoutes]) app.route('/', routes(deps));
  for (const routes of [mailboxRoutes, moderatorMailboxRoutes]) app.route('/', routes(deps));

  for (const routes of [siteArticleRoutes, webhookRoutes]) app.route('/', routes(deps));

  app.route('/', entranceRoutes(deps));
  for (const path of moderatorPaths) app.use(path, requireModerator(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', queueRoutes(deps));
  app.route('/', queuePageRoutes(deps));
  app.route('/', claimRoutes(deps));
  app.route('/', decisionRoutes(deps));
  app.route('/', decisionFormRoutes(deps));
  app.route('/', deskCommentRoutes(deps));
  app.route('/', replyRoutes(deps));
  for (const routes of [pickRoutes, articleChoiceRoutes]) app.route('/', routes(deps));
  app.route('/', whoSendsRoutes(deps));
  for (const routes of [keyRoutes, viewRoutes, helpRoutes]) app.route('/', routes(deps));
  app.route('/', decisionLogRoutes(deps));
  app.route('/', logPageRoutes(deps));
  app.route('/', actRoutes(deps));
  app.route('/', filterRoutes(deps));
  app.route('/', ownerSiteRoutes(deps));
  for (const routes of [channelPageRoutes, identityPageRoutes, judgePageRoutes]) app.route('/', routes(deps));
  app.route('/', ownerModeratorRoutes(deps));
  for (const routes of [articleRoutes, articlePageRoutes]) app.route('/', routes(deps));
  for (const routes of [statisticsRoutes, statisticsApiRoutes]) app.route('/', routes(deps));

  describeApi(app, base);
  app.get('*', onlyFiles, etag(), cacheAssets, deps.asset);
  return app;
}

/** What is kept ready is compressed already. */
function compressOthers({ compress }: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    await next();
    const isReady = context.get('keepable') && isForAll(context);
    if (compress && !isReady) await compress(context, async () => undefined);
  };
}

/** A test of their names, since a route with a pattern of its own would cost every request a slower router. */
const onlyFiles: MiddlewareHandler = async (context, next) => {
  const isFile = /^\/(embed\.js|assets\/[\w-]+\.\w+\.(js|css|svg|woff2))$/.test(context.req.path);
  return isFile ? next() : context.notFound();
};

/**
 * What is named by its content never changes. The script that host pages name does: short enough for a new release to
 * arrive, long enough for a reader's visit.
 */
const cacheAssets: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.ok) return;
  const isForever = context.req.path.startsWith('/assets/');
  context.res.headers.set(
    'Cache-Control',
    isForever ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
  );
  // Browsers ask so of a module, and of a script with a digest.
  if (!isForever) context.res.headers.set('Access-Control-Allow-Origin', '*');
};
