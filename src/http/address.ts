import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { recognizeSender, type Sender } from '../comments/sender.ts';
import type { Site } from '../sites/site.ts';
import { keyedHash } from '../world/hash.ts';
import type { Deps } from './deps.ts';
import { clientOf } from './forwarded/client.ts';
import { noteDoubt } from './forwarded/doubt-log.ts';

/** Who sends, by hashes that the site knows; the address itself is never stored. */
export function senderOf(deps: Deps, context: Context, site: Site): Promise<Sender> {
  return recognizeSender(deps, site, clientNetwork(deps, context));
}

/** The keyed hash for the limits of sign-in, which know no site and keep it for minutes. */
export function visitorOf(deps: Deps, context: Context): string {
  return keyedHash(deps.secret, 'visitor', clientNetwork(deps, context));
}

/** The client's IPv4 address, or the /64 of its IPv6 address, since one household has all of that. */
function clientNetwork(deps: Deps, context: Context): string {
  const address = clientAddress(deps, context);
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`)}/64`;
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
