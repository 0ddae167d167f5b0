import ipaddr from 'ipaddr.js';

/** Names that never lead outside, whoever answers for them; one of a single label is of the own network. */
const ownNames =
  /^[^.]+\.?$|(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|home\.arpa)\.?$/;

export interface Reach {
  /** Whether this machine itself may be told, by http too: in development, where the service is on it alone. */
  loopback: boolean;
  /** Addresses of the own network that whoever runs the installation has named, by http too, and what is below them. */
  own?: readonly string[];
}

/** Where something may be told: https, outside, without a name or password in it; nothing where it is no such address. */
export function targetOf(address: string, reach: Reach): URL | undefined {
  const { loopback } = reach;
  const url = URL.parse(address);
  if (!url || url.username || url.password) return undefined;
  if (isOwn(url, reach)) return url;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (loopback && isLoopback(host)) return /^https?:$/.test(url.protocol) ? url : undefined;
  if (url.protocol !== 'https:') return undefined;
  if (ipaddr.isValid(host)) return isOutside(host, { loopback: false }) ? url : undefined;
  return ownNames.test(host) ? undefined : url;
}

/** Whether it was named, or is below what was: where its name leads to is not looked at. */
export function isOwn({ origin, pathname }: URL, { own = [] }: Reach): boolean {
  return own.some((named) => `${origin}${pathname}/`.startsWith(`${named}/`));
}

const globalV6 = ipaddr.parseCIDR('2000::/3');

/** Whether an address is one of the public network: none that is private, of this machine or its link, or stands for another. */
export function isOutside(address: string, { loopback }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  const range = ip.range();
  if (range === 'loopback') return loopback;
  return range === 'unicast' && (ip.kind() === 'ipv4' || ip.match(globalV6));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');
}
