import { randomBytes } from 'node:crypto';
import { speakBy } from '../captcha/audio.ts';
import { readClip } from '../captcha/clips.ts';
import { drawPicture } from '../captcha/picture.ts';
import { deriveAtOnce } from '../captcha/work.ts';
import { alike } from '../language/typed.ts';
import { findByName, pickNamed } from '../moderators/find-account.ts';
import { poster } from '../notices/channels/post.ts';
import { type Judges, judgesBy } from '../screening/judge/judges.ts';
import { judgeReachOf, publicUrlOf, readSettings, type Settings } from '../settings.ts';
import { ensureDemoSite } from '../sites/demo.ts';
import type { Site } from '../sites/site.ts';
import type { Database } from '../store/database.ts';
import { nameOf, openDataDir, secretOf } from '../store/files/data-dir.ts';
import { about } from '../store/files/naming.ts';
import { goodOldSecrets } from '../store/files/old-secrets.ts';
import type { Account } from '../store/moderators/accounts.ts';
import { listNames, type NamedAccount } from '../store/moderators/moderators.ts';
import { findSite } from '../store/sites.ts';
import type { SqliteDatabase } from '../store/sqlite.ts';
import { oneByOne } from '../world/together.ts';
import type { World } from '../world/world.ts';
import { type D1Place, openWranglerD1 } from './open-d1.ts';

/** A database that was opened; `sqlite` is the same where it is one of SQLite. */
export interface Opened {
  database: Database;
  sqlite: SqliteDatabase | undefined;
}

export type CommandWorld = World & Opened & { judges: Judges };

let d1: { place: D1Place; state: string | undefined } | undefined;

/** From now on commands act on D1, not on the data folder; `state` is where wrangler keeps the local ones. */
export function chooseD1(place: D1Place, state: string | undefined): void {
  d1 = { place, state };
}

/** Runs a command against the data folder that the environment names, or D1, and closes it again. */
export function withWorld(work: (world: CommandWorld) => Promise<void>): Promise<void> {
  return withOpened(async ({ secretOf, ...opened }, settings) => {
    const world = {
      ...opened,
      get secret() {
        return secretOf();
      },
      oldSecrets: oldSecretsOf(settings),
      now: Date.now,
      random: randomBytes,
      draw: drawPicture,
      speak: speakBy(readClip),
      deriveKey: deriveAtOnce,
      inTurn: async <Made>(_: string, work: () => Made | Promise<Made>) => work(),
      together: oneByOne,
      judges: judgesOf(settings),
    };
    if (opened.sqlite) await ensureDemoSite(world, publicUrlOf(settings));
    await work(world);
  });
}

/** Those of D1 come from the environment, as its secret does. */
function oldSecretsOf({ DATA_DIR, SECRET, OLD_SECRET }: Settings): string[] {
  if (OLD_SECRET !== undefined) return [OLD_SECRET];
  return d1 || SECRET !== undefined ? [] : goodOldSecrets(DATA_DIR, Date.now());
}

function judgesOf(settings: Settings): Judges {
  const reach = judgeReachOf(publicUrlOf(settings), settings);
  return judgesBy(reach, poster(reach));
}

/** As `withWorld`, but makes nothing that is not there. */
export function withDatabase(work: (opened: Opened) => Promise<void>): Promise<void> {
  return withOpened(work);
}

type WithSecret = Opened & { secretOf: () => string };

async function withOpened(work: (opened: WithSecret, settings: Settings) => Promise<void>): Promise<void> {
  if (d1) return withD1(d1.place, d1.state, work);
  const settings = givenSettings();
  const { DATA_DIR, SECRET } = settings;
  const database = openDataDir(DATA_DIR, SECRET);
  try {
    await work({ database, sqlite: database, secretOf: () => secretOf(DATA_DIR, SECRET) }, settings);
    await database.settled();
  } catch (error) {
    throw about(nameOf(DATA_DIR), error);
  } finally {
    await database.close();
  }
}

/** The secret is asked for only where it is needed: that of a deployed Worker cannot be read back. */
async function withD1(
  place: D1Place,
  state: string | undefined,
  work: (opened: WithSecret, settings: Settings) => Promise<void>,
): Promise<void> {
  quietenWrangler();
  const { database, variables, close } = await openWranglerD1(place, state);
  try {
    const settings = readSettings({ ...variables, ...process.env });
    await work({ database, sqlite: undefined, secretOf: () => requireSecret(settings) }, settings);
  } finally {
    await close();
  }
}

/** Standard output is for results. */
function quietenWrangler(): void {
  process.env.WRANGLER_LOG ??= 'error';
  process.env.WRANGLER_SEND_METRICS ??= 'false';
}

function requireSecret({ SECRET }: Settings): string {
  if (SECRET) return SECRET;
  throw new Error('SECRET must be the one of the Worker: set it in the environment or in .dev.vars');
}

export function givenSettings(): Settings {
  return readSettings(process.env);
}

export async function siteNamed({ database }: Pick<World, 'database'>, id: string): Promise<Site> {
  const site = await findSite(database, readSiteId(id));
  if (!site) throw new Error(`no site "${id}"; see site list`);
  return site;
}

/** An id as somebody typed it. */
export function readSiteId(typed: string): string {
  return alike(typed);
}

/** The account that is called so, shut or not. */
export async function accountNamed({ database }: World, typed: string): Promise<NamedAccount> {
  const account = pickNamed(await listNames(database), typed);
  if (!account) throw new Error(`no moderator "${typed}"; see moderator list`);
  return account;
}

/** The same, where it is not shut. */
export async function openAccountNamed({ database }: World, typed: string): Promise<Account> {
  const account = await findByName(database, typed);
  if (!account) throw new Error(`no moderator "${typed}" who can sign in; see moderator list`);
  return account;
}
