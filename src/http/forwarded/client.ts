import ipaddr from 'ipaddr.js';
import { addressOf, type Forwarding, hopsOf } from './hops.ts';

/** Why those who send may all look like one: what an operator can mend. */
export type Doubt = 'untrusted' | 'unnamed' | 'unreadable';

export interface Client {
  address: string;
  doubt?: Doubt;
}

/** Believes forwarding headers only from trusted peers, from the right, up to the first that is not one. */
export function clientOf(peer: string, forwarding: Forwarding, trusted: readonly string[]): Client {
  const hops = hopsOf(forwarding);
  if (!isTrusted(peer, trusted)) return { address: peer, ...(hops && { doubt: 'untrusted' }) };
  if (!hops) return { address: peer, doubt: 'unnamed' };
  let address = peer;
  while (hops.length > 0 && isTrusted(address, trusted)) {
    const next = addressOf(hops.pop() ?? '');
    if (next === undefined) return { address, doubt: 'unreadable' };
    address = next;
  }
  return { address };
}

/** Those of the ranges that hold more than one operator's machines: whoever is in them may name any address. */
export function tooWide(trusted: readonly string[]): string[] {
  return trusted.filter((range) => {
    const [network, bits] = rangeOf(range);
    if (network.kind() === 'ipv4') return bits < 8;
    return bits < 20 && !['uniqueLocal', 'linkLocal'].includes(network.range());
  });
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
  const ranges = trusted.map(rangeOf);
  parsedRanges.set(trusted, ranges);
  return ranges;
}

/** An IPv4 range that is written as one of IPv6 is one of IPv4, as its addresses are. */
function rangeOf(range: string): Range {
  const [network, bits] = ipaddr.parseCIDR(
    ipaddr.isValidCIDR(range) ? range : `${range}/${range.includes(':') ? 128 : 32}`,
  );
  if (network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= 96)
    return [network.toIPv4Address(), bits - 96];
  return [network, bits];
}
