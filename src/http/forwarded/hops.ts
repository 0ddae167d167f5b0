import ipaddr from 'ipaddr.js';

/** What the headers of a request name as its way here, the nearest last. */
export interface Forwarding {
  /** `X-Forwarded-For`. */
  forwardedFor?: string | undefined;
  /** `Forwarded` (RFC 7239), which counts where the other one is missing. */
  forwarded?: string | undefined;
}

/** The hops as they are written; nothing where no header names any. */
export function hopsOf({ forwardedFor, forwarded }: Forwarding): string[] | undefined {
  if (forwardedFor !== undefined) return forwardedFor.split(',');
  if (forwarded === undefined) return undefined;
  return [...forwarded.matchAll(/(?:^|[,;])\s*for\s*=\s*("[^"]*"|[^\s,;"]*)/gi)].map(([, hop = '']) => hop);
}

const withPort = /^(\d+\.\d+\.\d+\.\d+)(?::\w*)?$/;
const inBrackets = /^\[([^\]]+)\](?::\w*)?$/;

/** The address of a hop, with or without quotes, brackets and a port; nothing where it is none. */
export function addressOf(hop: string): string | undefined {
  const written = hop
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const address = withPort.exec(written)?.[1] ?? inBrackets.exec(written)?.[1] ?? written;
  const isOne = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return isOne ? ipaddr.process(address).toString() : undefined;
}
