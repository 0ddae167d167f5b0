import { isVisitPass, type SeenVisit, visitHeader, visitPath, visitProof } from '../../world/visit.ts';
import type { Deps } from '../deps.ts';
import { newRoutes } from '../routes.ts';
import { clientOf } from './client.ts';

/** Tells whoever has the secret what is seen of them, and nobody else that it could. */
export function visitRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get(visitPath, (context) => {
    const pass = context.req.header(visitHeader) ?? '';
    if (!isVisitPass(deps.secret, pass, deps.now())) return context.notFound();
    const peer = deps.peerAddress(context);
    const forwardedFor = context.req.header('x-forwarded-for');
    const forwarded = context.req.header('forwarded');
    const client = deps.trustedProxies
      ? clientOf(peer, { forwardedFor, forwarded }, deps.trustedProxies)
      : { address: peer };
    const seen: SeenVisit = {
      ...{ proof: visitProof(deps.secret, pass), peer, client: client.address, doubt: client.doubt ?? null },
      ...{ forwardedFor: forwardedFor ?? null, forwarded: forwarded ?? null },
    };
    context.header('Cache-Control', 'no-store');
    return context.json(seen);
  });
  return routes;
}
