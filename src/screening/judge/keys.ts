import { Buffer } from 'node:buffer';
import { ownerOf, seal, unseal } from '../../moderators/seal.ts';
import type { Site } from '../../sites/site.ts';
import { type JudgeKeyKind, listJudgeKeys, type StoredJudgeKey } from '../../store/filter/judge-keys.ts';
import type { World } from '../../world/world.ts';

/** With what a judge is asked. */
export interface Keys {
  /** They sign it, as Standard Webhooks writes them; the first is the present one. */
  secrets: readonly string[];
  /** Null where the site has none, since its judge wants none. */
  apiKey: string | null;
}

/** Which kind of key a site's judge takes. */
export function keyKindOf(site: Site): JudgeKeyKind {
  return site['judge-kind'] === 'hook' ? 'secret' : 'api-key';
}

/** The key of that kind as a person knows it, where there is one. */
export async function keyOf({ database }: Pick<World, 'database'>, site: Site) {
  const keys = await listJudgeKeys(database, site.id);
  return keys.find(({ kind }) => kind === keyKindOf(site));
}

/** What a site's judge is to be asked with; nothing where that is missing, or is for somebody else. */
export async function openKeys(
  world: Pick<World, 'database' | 'secret' | 'now'>,
  site: Site,
): Promise<Keys | undefined> {
  const key = await keyOf(world, site);
  if (keyKindOf(site) === 'api-key') return openApiKey(world, site, key);
  const old = key && key.oldUntil > world.now() ? key.sealedOld : null;
  const secrets = [key?.sealed ?? null, old].flatMap((sealed) => open(world, site, 'secret', sealed) ?? []);
  return secrets.length > 0 ? { secrets, apiKey: null } : undefined;
}

function openApiKey(world: Pick<World, 'secret'>, site: Site, key: StoredJudgeKey | undefined) {
  const apiKey = open(world, site, 'api-key', key?.sealed ?? null) ?? null;
  return key && apiKey === null ? undefined : { secrets: [], apiKey };
}

export function sealKey(
  world: Pick<World, 'secret' | 'random'>,
  site: Site,
  kind: JudgeKeyKind,
  text: string,
): string {
  return seal(world as World, sealedFor(site, kind), Buffer.from(text));
}

function open(world: Pick<World, 'secret'>, site: Site, kind: JudgeKeyKind, sealed: string | null) {
  const bytes = sealed === null ? undefined : unseal(world as World, sealedFor(site, kind), sealed);
  return bytes && Buffer.from(bytes).toString();
}

function sealedFor(site: Site, kind: JudgeKeyKind): string {
  return ownerOf.judge(kind, site.id, site['judge-url']);
}
