// Loaded before a program (`node --import`): writes down each attempt of it to reach out, in the file OUTBOUND_LOG.

import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Call = (this: unknown, ...given: unknown[]) => unknown;

const file = process.env.OUTBOUND_LOG;
if (file) appendFileSync(file, '');

/** Calls that go on as ever, and are noted unless they cannot leave this machine. */
function note(owner: object, name: string, isLocal: (given: unknown[]) => boolean = () => false): void {
  const real: Call = Reflect.get(owner, name);
  Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
    if (file && !isLocal(given)) appendFileSync(file, `${name} ${JSON.stringify(given[0])}\n`);
    return real.apply(this, given);
  });
}

/** A name that is an address already is not looked up. */
const isAddress = ([host]: unknown[]) => !host || net.isIP(String(host)) > 0;
const isPipe = (given: unknown[]) => {
  const [options] = given.flat();
  return typeof options === 'object' && options !== null && 'path' in options && Boolean(options.path);
};

note(net.Socket.prototype, 'connect', isPipe);
note(dgram.Socket.prototype, 'send');
note(dgram.Socket.prototype, 'connect');
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(lookup|resolve|reverse)/.test(name)) note(resolver, name, isAddress);
  }
}
syncBuiltinESMExports();
