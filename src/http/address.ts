import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import { recognizeSender, type Sender } from '../comments/sender.ts';
import type { Site } from '../sites/site.ts';
import { keyedHash } from '../world/hash.ts';
import type { Deps } from './deps.ts';

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
  return rangesOf(trusted).some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits),
  );
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

const parsedRanges = new WeakMap<readonly string[], Range[]>();

function rangesOf(trusted: readonly string[]): Range[] {
  const known = parsedRanges.get(trusted);
  if (known) return known;
  const ranges = trusted.map((range) =>
    ipaddr.parseCIDR(ipaddr.isValidCIDR(range) ? range : `${range}/${range.includes(':') ? 128 : 32}`),
  );
  parsedRanges.set(trusted, ranges);
  return ranges;
}
