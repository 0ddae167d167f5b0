import type { Context } from 'hono';
import { recognizeReader, recognizeSender, type Sender } from '../comments/sender.ts';
import { identify, identityHeader } from '../readers/identity.ts';
import type { Claims } from '../readers/token.ts';
import type { Site } from '../sites/site.ts';
import { keyedHash } from '../world/hash.ts';
import { nameOf, networksOf } from '../world/networks.ts';
import type { Deps } from './deps.ts';
import { clientOf } from './forwarded/client.ts';
import { noteDoubt } from './forwarded/doubt-log.ts';

/**
 * Who sends: the reader whom the site vouches for, wherever they are, else by hashes that the site knows; the address itself
 * is never stored. Throws `identity` where a token is wrong or old.
 */
export async function senderOf(deps: Deps, context: Context, site: Site): Promise<Sender> {
  const claims = await claimsIn(deps, context, site);
  if (claims) return recognizeReader(deps, site, claims);
  return recognizeSender(deps, site, clientNetworks(deps, context));
}

/** What a site says of who asks; where it says nothing of anybody, whatever comes is no word of its. */
export async function claimsIn(deps: Deps, context: Context, site: Site): Promise<Claims | undefined> {
  const token = identityIn(context);
  return token === undefined || site.identity === 'off' ? undefined : identify(deps, site, token);
}

/** The token that came with a request, if any. */
export function identityIn({ req }: Pick<Context, 'req'>): string | undefined {
  return req.header(identityHeader);
}

/** The keyed hashes for the limits of sign-in, which know no site and keep them for minutes. */
export function visitorOf(deps: Deps, context: Context): string {
  return nameOf(clientNetworks(deps, context), (network) => keyedHash(deps.secret, 'visitor', network));
}

function clientNetworks(deps: Deps, context: Context): string[] {
  return networksOf(clientAddress(deps, context));
}

/** Where the platform tells the address, there are no trusted proxies and no header counts. */
function clientAddress(deps: Deps, context: Context): string {
  const peer = deps.peerAddress(context);
  if (!deps.trustedProxies) return peer;
  const header = (name: string) => context.req.header(name);
  const forwarding = { forwardedFor: header('x-forwarded-for'), forwarded: header('forwarded') };
  const { address, doubt } = clientOf(peer, forwarding, deps.trustedProxies);
  if (doubt) noteDoubt(deps, doubt, peer);
  return address;
}
