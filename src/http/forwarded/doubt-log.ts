import ipaddr from 'ipaddr.js';
import type { Log } from '../../world/log.ts';
import type { Doubt } from './client.ts';

const repeatMs = 3_600_000;

const said: Readonly<Record<Doubt, { event: string; advice: string }>> = {
  untrusted: {
    event: 'a forwarding header came from a peer that is not trusted, so it does not count',
    advice:
      'if this peer is your proxy, set TRUSTED_PROXIES to its address; all who come through it are one sender',
  },
  unnamed: {
    event: 'a trusted proxy named no client, so all who come through it are one sender',
    advice: 'let it set X-Forwarded-For, or take it out of TRUSTED_PROXIES',
  },
  unreadable: {
    event: 'a trusted proxy named a client by no address, so all who come like that are one sender',
    advice: 'let it put addresses into X-Forwarded-For',
  },
};

const told = new WeakMap<Log, Map<Doubt, number>>();

/** Once an hour for each, with what to set; the peer is named only where no reader can have its address. */
export function noteDoubt({ log, now }: { log: Log; now: () => number }, doubt: Doubt, peer: string): void {
  const times = told.get(log) ?? new Map<Doubt, number>();
  told.set(log, times);
  if (now() - (times.get(doubt) ?? Number.NEGATIVE_INFINITY) < repeatMs) return;
  times.set(doubt, now());
  const { event, advice } = said[doubt];
  log('warn', event, { advice, ...(isInside(peer) && { peer }) });
}

function isInside(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ['loopback', 'private', 'uniqueLocal'].includes(ipaddr.process(address).range());
}
