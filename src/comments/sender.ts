import type { Claims, KnownReader } from '../readers/token.ts';
import { termOf } from '../sites/retention.ts';
import type { Site } from '../sites/site.ts';
import type { Database } from '../store/database.ts';
import { renewSenderKeys, type SenderKey } from '../store/limits/sender-keys.ts';
import { keyedHash, shortened } from '../world/hash.ts';
import { nameOf, readerPrefix, sharesOf } from '../world/networks.ts';
import { randomToken } from '../world/random.ts';
import { everySecret } from '../world/secrets.ts';
import type { World } from '../world/world.ts';

/**
 * Who sends, as far as a site may know: hashes of an address and of the networks that it is in, which nobody can make
 * again once their keys are gone.
 */
export interface Sender {
  /** Under the present key: what is stored. */
  id: string;
  /** Theirs and their networks', under each key and secret that is kept: a block that was set for any of them holds. */
  ids: readonly string[];
  /** Whom the site vouches for: then the hashes are of who they are there, and of no address. */
  reader?: KnownReader;
}

/** Another process may have changed the keys, and dropped ones are to leave the memory too. */
const readAgainMs = 3_600_000;

interface Read {
  keys: readonly SenderKey[];
  at: number;
}

const read = new WeakMap<Database, Map<string, Read>>();

/** The hashes that stand for networks on one site; the secret alone does not tell them, nor do the keys. */
export async function recognizeSender(
  world: World,
  site: Site,
  networks: readonly string[],
): Promise<Sender> {
  const { present, kept } = await keysOf(world, site);
  const name = (secret: string, { key }: SenderKey) =>
    nameOf(networks, (network) => shortened(keyedHash(secret, 'sender', site.id, key, network)));
  return {
    id: name(world.secret, present),
    ids: everySecret(world)
      .flatMap((secret) => kept.map((one) => name(secret, one)))
      .flatMap(sharesOf)
      .map((share) => share.name),
  };
}

/** One sender, from wherever they send: by a hash of who their site says that they are. */
export async function recognizeReader(world: World, site: Site, { sub, ...reader }: Claims): Promise<Sender> {
  return { ...(await namesOfReader(world, site, sub)), reader };
}

/** The names of whoever their site knows by this, whether they ever sent anything or not. */
export async function namesOfReader(
  world: World,
  site: Site,
  sub: string,
): Promise<Pick<Sender, 'id' | 'ids'>> {
  const { present, kept } = await keysOf(world, site);
  const name = (secret: string, { key }: SenderKey) =>
    readerPrefix + keyedHash(secret, 'reader', site.id, key, sub);
  return {
    id: name(world.secret, present),
    ids: everySecret(world).flatMap((secret) => kept.map((one) => name(secret, one))),
  };
}

async function keysOf(world: World, site: Site): Promise<{ present: SenderKey; kept: SenderKey[] }> {
  const known = choose(read.get(world.database)?.get(site.id), world.now(), termOf(site));
  const chosen = known ?? choose(await readKeys(world, site), world.now(), termOf(site));
  if (!chosen) throw new Error(`the site ${site.id} has no key for its senders`);
  return chosen;
}

/** Nothing where the keys must be read again. */
function choose(found: Read | undefined, now: number, termMs: number) {
  if (!found || Math.abs(now - found.at) >= readAgainMs) return undefined;
  const kept = found.keys.filter(({ createdAt }) => Math.abs(now - createdAt) < 2 * termMs);
  const present = kept.find(({ createdAt }) => Math.abs(now - createdAt) < termMs);
  return present && { present, kept };
}

async function readKeys(world: World, site: Site): Promise<Read> {
  const at = world.now();
  const fresh = { createdAt: at, key: randomToken(world.random) };
  const found = { keys: await renewSenderKeys(world.database, site.id, fresh, termOf(site)), at };
  const ofDatabase = read.get(world.database) ?? new Map<string, Read>();
  read.set(world.database, ofDatabase.set(site.id, found));
  return found;
}
