import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { keyedHash } from '../hash.ts';
import type { Site } from '../sites/site.ts';
import type { Deps } from './deps.ts';

/** The keyed hash that stands for a sender on one site; the address itself is never stored. */
export function senderOf(deps: Deps, context: Context, site: Site): string {
  return keyedHash(deps.secret, 'sender', site.id, clientNetwork(deps, context));
}

/** The same for the sign-in limits, which know no site. */
export function visitorOf(deps: Deps, context: Context): string {
  return keyedHash(deps.secret, 'visitor', clientNetwork(deps, context));
}

/** The client's IPv4 address, or the /64 of its IPv6 address, since one household has all of that. */
function clientNetwork(deps: Deps, context: Context): string {
  const address = clientAddress(
    deps.peerAddress(context),
    context.req.header('x-forwarded-for'),
    deps.trustedProxies,
  );
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`)}/64`;
}

/** Believes `X-Forwarded-For` only from trusted peers, from the right, up to the first that is not one. */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  trusted: readonly string[],
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  let address = peer;
  while (isTrusted(address, trusted)) {
    const hop = hops.pop();
    if (!hop || !ipaddr.isValid(hop)) return address;
    address = hop;
  }
  return address;
}

function isTrusted(address: string, trusted: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return trusted.some((range) => {
    const [network, bits] = ipaddr.isValidCIDR(range)
      ? ipaddr.parseCIDR(range)
      : ipaddr.parseCIDR(`${range}/${range.includes(':') ? 128 : 32}`);
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}
