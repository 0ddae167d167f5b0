import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';
import { isReading } from './changes/reading.ts';
import type { Deps, Env } from './deps.ts';

/** What pages of a site may send from where they are, by script: no cookie counts there, unlike for its articles. */
const openToSites = /^\/api\/v1\/(sites\/[^/]+\/(?!articles(\/|$))|receipts\/)/;
/** What a reader sends by our own pages: no cookie counts here either, so any name of ours will do. */
const openByAnyName = /^\/(embed|receipts|mail)\//;

/**
 * Refuses what another site made a browser send, on every route there is. A browser says so in `Sec-Fetch-Site` or
 * `Origin` on every unsafe request; a program sends neither, and no cookie that it was not given.
 */
export function refuseCrossSite(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    if (!isReading(context)) refuse(deps, context);
    await next();
  };
}

function refuse(deps: Deps, context: Context<Env>): void {
  const { path } = context.req;
  const sender = whoMadeItSend(deps, context);
  if (sender === 'own page' || sender === 'program') return;
  if (openToSites.test(path) && isFromSite(context)) return;
  if (sender === 'another site') throw fromAnotherSite();
  if (openByAnyName.test(path) || openToSites.test(path)) return;
  deps.log(
    'warn',
    'refused: a page at another address than PUBLIC_URL; set PUBLIC_URL to what browsers see',
    {
      publicUrl: deps.publicUrl,
    },
  );
  throw byAnotherName();
}

type Sender = 'own page' | 'program' | 'own page by another name' | 'another site';

/** `own page by another name`: its origin is where the request went, but not what `PUBLIC_URL` says. */
function whoMadeItSend({ publicUrl }: Deps, { req }: Context<Env>): Sender {
  const [site, origin] = [req.header('sec-fetch-site'), req.header('origin')];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'own page' : 'another site';
  if (origin === undefined) return 'program';
  if (origin === new URL(publicUrl).origin) return 'own page';
  const isHere = URL.canParse(origin) && new URL(origin).host === req.header('host');
  return isHere ? 'own page by another name' : 'another site';
}

function isFromSite(context: Context<Env>): boolean {
  return context.get('site')?.origins.includes(context.req.header('origin') ?? '') ?? false;
}

function fromAnotherSite(): Problem {
  return new Problem('forbidden', {
    vi: 'Yêu cầu này đến từ một trang khác nên không được nhận.',
    en: 'This request came from another site and was not taken.',
  });
}

function byAnotherName(): Problem {
  return new Problem('forbidden', {
    vi: 'Trang này đang được mở ở một địa chỉ khác với PUBLIC_URL của máy chủ. Vui lòng mở đúng địa chỉ đó, hoặc đặt lại PUBLIC_URL.',
    en: 'This page was opened at another address than the PUBLIC_URL of the server. Open it there, or set PUBLIC_URL to this address.',
  });
}
