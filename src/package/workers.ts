import { randomBytes } from 'node:crypto';
import type { RateLimit } from '@cloudflare/workers-types';
import { endActs } from '../acts/unended.ts';
import { createApp as createService } from '../app.ts';
import { foldKeys } from '../articles/fold.ts';
import { release } from '../assets/address.ts';
import { speakBy } from '../captcha/audio.ts';
import { drawPicture } from '../captcha/picture.ts';
import { deriveAtOnce } from '../captcha/work.ts';
import type { Deps, Limit } from '../http/deps.ts';
import { openEdge } from '../http/edge/cache.ts';
import { sealAnew } from '../moderators/seal-anew.ts';
import { offerSetup } from '../moderators/setup.ts';
import { fetchPoster } from '../notices/channels/post-by-fetch.ts';
import { judgesBy } from '../screening/judge/judges.ts';
import { anything, enough, learnDue } from '../screening/lessons.ts';
import { mailBy, reachOf, type Settings, settingsReader } from '../service/bindings.ts';
import type { Bindings } from '../service/bound.ts';
import { calm, jsonLog } from '../service/log.ts';
import { lookAtQueues, tellSome } from '../service/tell-some.ts';
import { judgeReachOf } from '../settings.ts';
import { ensureDemoSite } from '../sites/demo.ts';
import { cleanUp } from '../sites/retention.ts';
import { indexAnew } from '../store/comments/earlier-words.ts';
import { type D1, openD1 } from '../store/d1.ts';
import { takeLeftOver, unendedMs } from '../store/queue/decision-steps.ts';
import { oneByOne } from '../world/together.ts';
import { readAsset, readHelp, sendAsset } from './assets.ts';

/** What is done by the clock ends within its time. */
const mostSteps = 100;
const indexedAtOnce = 50;

interface Served {
  app: ReturnType<typeof createService>;
  database: D1;
}

export type { Bindings };

/** What Workers call; a Worker of one's own hands on what is for it. */
export interface Comments<Environment> {
  fetch(request: Request, environment: Environment, execution?: Execution): Promise<Response>;
  /** Woken by what happened, where a queue is bound: with more time than a request has. */
  queue(batch: unknown, environment: Environment): Promise<void>;
  /** By the clock of `wrangler.toml`: each minute, and at any other times what is done once an hour. */
  scheduled(event: { cron?: string }, environment: Environment): Promise<void>;
}

interface Execution {
  waitUntil?(work: Promise<unknown>): void;
}

/** The whole service as a Worker, or in one: `bindingsOf` says which of its environment are ours, by our names. */
export function createApp<Environment>(
  bindingsOf: (environment: Environment) => Bindings,
): Comments<Environment> {
  const settingsOf = settingsReader();
  /** Made once for each isolate, by its first request; a failed attempt is tried again by the next. */
  let ready: Promise<Served> | undefined;
  return {
    async fetch(request, environment, execution) {
      const bindings = bindingsOf(environment);
      const settings = settingsOf(bindings);
      if ('fault' in settings) return refuse(settings.fault);
      ready ??= prepare(bindings, settings);
      try {
        const { app, database } = await ready;
        const answer = await database.inSession(() => app.fetch(request, bindings, execution as never));
        if (!['GET', 'HEAD'].includes(request.method)) execution?.waitUntil?.(tellSoon(bindings, settings));
        return answer;
      } catch (error) {
        ready = undefined;
        throw error;
      }
    },
    async queue(_, environment) {
      const bindings = bindingsOf(environment);
      const settings = settingsOf(bindings);
      if (!('fault' in settings)) await tell(bindings, settings);
    },
    async scheduled({ cron }, environment) {
      const bindings = bindingsOf(environment);
      if (cron === everyMinute) await doEachMinute(bindings, settingsOf(bindings));
      else await doEachHour(openD1(bindings.DB));
    },
  };
}

/** The service and nothing beside it. */
export default createApp((bindings: Bindings) => bindings);

/** As `wrangler.toml` has it. */
const everyMinute = '* * * * *';

async function doEachMinute(bindings: Bindings, settings: Settings | { fault: string }): Promise<void> {
  const database = openD1(bindings.DB);
  if (!('fault' in settings)) {
    await lookAtQueues({ database, now: Date.now }, mailBy(bindings, settings));
    await tell(bindings, settings);
  }
  await learnDue({ database, now: Date.now }, enough);
}

async function doEachHour(database: D1): Promise<void> {
  await takeLeftOver(database, Date.now() - unendedMs);
  await endActs({ database, now: Date.now, random: randomBytes }, Date.now() - unendedMs);
  await cleanUp({ database, now: Date.now });
  await learnDue({ database, now: Date.now }, anything);
  for (let step = 0; step < mostSteps && (await indexAnew(database, indexedAtOnce)); step += 1);
}

/** A queue that takes no message keeps nobody from being told. */
async function tellSoon(bindings: Bindings, settings: Settings): Promise<void> {
  const isWoken = await bindings.TELLING?.send({}).then(
    () => true,
    () => false,
  );
  if (!isWoken) await tell(bindings, settings);
}

async function tell(bindings: Bindings, settings: Settings): Promise<void> {
  const { PUBLIC_URL: publicUrl, LOG_LEVEL } = settings;
  const own = { ...secretsOf(settings), publicUrl };
  const world = { database: openD1(bindings.DB), now: Date.now, random: randomBytes, ...own };
  const outside = { log: calm(jsonLog(LOG_LEVEL, console.log)), post: fetchPoster(reachOf(publicUrl)) };
  await tellSome({ ...world, ...outside }, mailBy(bindings, settings));
}

function secretsOf({ SECRET, OLD_SECRET }: Settings) {
  return { secret: SECRET, oldSecrets: OLD_SECRET === undefined ? [] : [OLD_SECRET] };
}

function refuse(fault: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' };
  return new Response(`${fault}\n`, { status: 503, headers });
}

async function prepare(bindings: Bindings, settings: Settings): Promise<Served> {
  const { PUBLIC_URL, LOG_LEVEL, access } = settings;
  const edge = openEdge(PUBLIC_URL, release);
  const database = openD1(bindings.DB, edge.noteChange);
  const log = calm(jsonLog(LOG_LEVEL, console.log));
  const judgeReach = judgeReachOf(PUBLIC_URL, settings);
  const deps: Deps = {
    database,
    ...secretsOf(settings),
    publicUrl: PUBLIC_URL,
    now: Date.now,
    random: randomBytes,
    draw: drawPicture,
    // One request cannot wait for another's work there, and the platform gives each its own time.
    inTurn: async (_, work) => work(),
    together: oneByOne,
    speak: speakBy((name) => readAsset(bindings.ASSETS, `audio/${name}`)),
    deriveKey: deriveAtOnce,
    peerAddress: (context) => context.req.header('cf-connecting-ip') ?? '',
    asset: (context) => sendAsset(bindings.ASSETS, context),
    help: (path) => readHelp(bindings.ASSETS, path),
    log,
    settled: async () => undefined,
    edge,
    access,
    reach: reachOf(PUBLIC_URL),
    // A poster belongs to one request there; each asks one judge, and waits for no other.
    judges: judgesBy(judgeReach, (posted) => fetchPoster(judgeReach)(posted), log),
    mail: mailBy(bindings, settings),
    metrics: { token: settings.METRICS_TOKEN },
    limits: { posting: toLimit(bindings.POSTING_LIMIT), challenges: toLimit(bindings.CHALLENGE_LIMIT) },
  };
  await foldKeys(deps);
  await ensureDemoSite(deps, PUBLIC_URL);
  if (settings.OLD_SECRET) await sealAnew(deps);
  await tellSetup(deps);
  return { app: createService(deps), database };
}

/** A Worker that is deployed without the binding has our own limits alone. */
function toLimit(binding: RateLimit | undefined): Limit {
  return async (key) => !binding || (await binding.limit({ key })).success;
}

/** The platform's log is where an operator reads the one-time link. */
async function tellSetup(deps: Deps): Promise<void> {
  const secret = await offerSetup(deps);
  if (secret) console.log(`Set up the first owner: ${deps.publicUrl}/moderation/setup/${secret}`);
}
