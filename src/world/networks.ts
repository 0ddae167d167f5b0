import ipaddr from 'ipaddr.js';
import { shortened } from './hash.ts';

/** A household has a /64 at least, often a /56; a firm or a hirer of servers has a /48. */
const widths = [48, 56, 64] as const;

/** The networks that stand for an address, the widest first: of IPv4 the address alone. */
export function networksOf(address: string): string[] {
  if (!ipaddr.isValid(address)) return [address];
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return [parsed.toString()];
  return widths.map(
    (bits) => `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${bits}`)}/${bits}`,
  );
}

/**
 * One name for whoever sends from these networks: the hash of each, so that the names of those in the same wider network
 * begin alike.
 */
export function nameOf(networks: readonly string[], hash: (network: string) => string): string {
  return networks.map(hash).join('.');
}

/** So many characters has a hash in whole. */
const wholeHash = 43;

/** The name that an older export or address has for a sender, as it is today: of each hash half is kept. */
export function asNamedToday(name: string): string {
  if (isReader(name)) return name;
  return name
    .split('.')
    .map((hash) => (hash.length === wholeHash ? shortened(hash) : hash))
    .join('.');
}

export interface Share {
  /** How the names begin of all that share it. */
  name: string;
  /** As many times what one sender may do, they may do together. */
  times: number;
}

/** Those whose limits somebody shares: first their own, then those of each wider network, which are generous. */
export function sharesOf(name: string): Share[] {
  const parts = name.split('.');
  return parts.map((_, wider) => ({
    name: parts.slice(0, parts.length - wider).join('.'),
    times: 4 ** wider,
  }));
}

/** How the names begin of all in the widest network, however many there are. */
export function widestOf(name: string): string {
  return name.split('.', 1).join();
}

/** How the names begin of all that one household may have: of IPv6 those of its /56. */
export function householdOf(name: string): string {
  return name.split('.', 2).join('.');
}

/** Whether there is a network that is wider than a household's. */
export function isInNetworks(name: string): boolean {
  return name.includes('.');
}

/** How the names begin of senders whom their site vouches for: they are no network, and no hash has a colon. */
export const readerPrefix = 'reader:';

/** Whether it is the name of somebody whom their site vouches for, wherever they send from. */
export function isReader(name: string): boolean {
  return name.startsWith(readerPrefix);
}
