import { randomBytes } from 'node:crypto';
import { compress } from 'hono/compress';
import { createApp } from '../app.ts';
import { foldKeys } from '../articles/fold.ts';
import { Counts } from '../captcha/counts.ts';
import { newStock } from '../captcha/stock.ts';
import type { Deps } from '../http/deps.ts';
import { tooWide } from '../http/forwarded/client.ts';
import type { Sizes } from '../http/metrics/sizes.ts';
import { noteRotation, sealAnew } from '../moderators/seal-anew.ts';
import { offerSetup } from '../moderators/setup.ts';
import { poster } from '../notices/channels/post.ts';
import { judgesBy } from '../screening/judge/judges.ts';
import { atMost } from '../screening/judge/line.ts';
import {
  accessOf,
  isEveryAddress,
  isLoopback,
  judgeReachOf,
  publicUrlOf,
  type Settings,
} from '../settings.ts';
import { ensureDemoSite } from '../sites/demo.ts';
import { addSamples } from '../sites/samples/samples.ts';
import { databaseFile } from '../store/files/data-dir.ts';
import { serveDataDir } from '../store/files/served-data-dir.ts';
import { untilNobodyServes } from '../store/files/server-lock.ts';
import { steadyClock } from '../world/clock.ts';
import { tellFailing } from '../world/failing.ts';
import { fairLine } from '../world/fair-line.ts';
import { oneAtATime } from '../world/slices.ts';
import { gatherer } from '../world/together.ts';
import type { Serving } from './answer.ts';
import { keepMailing, keepTelling } from './courier.ts';
import { filesFromMemory, readHelp } from './files.ts';
import { listen, listenForMetrics, mostConnections, peerAddress } from './listen.ts';
import { atOnce, calm, jsonLog } from './log.ts';
import { mailBy } from './mail.ts';
import { measureProcess, writeNumbers } from './numbers.ts';
import { stopWhenTold } from './stopping.ts';
import { keepUp } from './upkeep.ts';
import { Workshop } from './workshop.ts';

/** So many questions are with judges outside at a time. */
const mostJudging = 16;

/**
 * Serves until it is told to stop, or `withParent`, until the process that started it is gone; rejects with one
 * sentence where it cannot start.
 */
export async function start(settings: Settings, { withParent }: { withParent: boolean }): Promise<void> {
  const serving: Serving = { isStopping: false, open: new Set() };
  const service = await openService(settings, serving);
  const server = await listen(service.fetch, { ...settings, name: 'PORT' }, serving);
  await listenForMetrics(service.deps, settings);
  stopWhenTold(server, serving, { close: service.close, withParent });
  const setup = await service.offerSetup();
  const link = setup ? `\nSet up the first owner (once, within 24 hours): ${setup}` : '';
  console.log(`binh-luan: ${publicUrlOf(settings)}${link}${isNameless(settings) ? setPublicUrl : ''}`);
  measureProcess();
  await service.goOn();
}

/**
 * The whole service on the data folder of the settings, which it has for itself until it is closed; rejects with one
 * sentence where it cannot have it.
 */
export async function openService(settings: Settings, serving: { isStopping: boolean }) {
  const write = atOnce((text) => process.stderr.write(text));
  const log = calm(jsonLog(settings.LOG_LEVEL, write));
  const { DATA_DIR: directory, SECRET } = settings;
  await untilNobodyServes(directory, (seconds) => log('warn', awaitsOther, { directory, seconds }));
  const served = serveDataDir(directory, SECRET);
  const { database, secret, settled } = served;
  const workshop = new Workshop(log);
  const publicUrl = publicUrlOf(settings);
  const reach = { loopback: isLoopback(publicUrl) };
  const judgeReach = judgeReachOf(publicUrl, settings);
  const isStopping = () => serving.isStopping;
  const deps: Deps = {
    database,
    secret,
    publicUrl,
    now: steadyClock(),
    random: randomBytes,
    draw: workshop.draw,
    speak: workshop.speak,
    deriveKey: workshop.deriveKey,
    stock: newStock({ ...workshop, secret, random: randomBytes }),
    counts: new Counts(),
    inTurn: fairLine({ ofSender: 32, inAll: 512, aside: true }),
    turn: oneAtATime(),
    together: gatherer(1000),
    // Ten times as many as can be hashed. Who is refused says the line for passwords, which knows who is known.
    signInTurn: fairLine({ ofSender: mostConnections, inAll: mostConnections, restMs: 20 }),
    trustedProxies: settings.TRUSTED_PROXIES,
    peerAddress,
    asset: filesFromMemory(),
    help: readHelp,
    settled,
    isStopping,
    compress: compress(),
    access: accessOf(settings),
    reach,
    judges: judgesBy(judgeReach, atMost(mostJudging, poster(judgeReach)), log),
    mail: await mailBy(settings),
    metrics: metricsBy(settings, served.sizes),
    log,
  };
  const file = databaseFile(directory);
  database.onFailure(({ message: cause }) => {
    tellFailing('database', true);
    log('error', 'the database cannot store or read', { cause, file });
  });
  database.onRecovery(() => {
    tellFailing('database', false);
    log('info', 'the database stores again', { file });
  });
  for (const range of tooWide(settings.TRUSTED_PROXIES)) log('warn', trustsReaders, { range });
  deps.oldSecrets = await keepOldSecrets(deps, served, settings);
  await foldKeys(deps);
  await ensureDemoSite(deps, publicUrl);
  if (settings.DEMO_COMMENTS === 'on') await addSamples(deps);
  return {
    deps,
    fetch: createApp(deps).fetch,
    /** The address under which the first owner is set up, while there is none. */
    async offerSetup(): Promise<string | undefined> {
      const setup = await offerSetup(deps);
      return setup && `${publicUrl}/moderation/setup/${setup}`;
    },
    /** Begins what goes on beside the requests. */
    async goOn(): Promise<void> {
      served.watch((fault, remedy) => {
        if (!isStopping()) log('error', 'the database is lost; nothing is stored', { fault, remedy });
      });
      keepTelling({ ...deps, post: poster(reach) }, database, isStopping);
      if (deps.mail) keepMailing({ ...deps, mail: deps.mail }, database, isStopping);
      await keepUp(deps, database);
    },
    close: () => Promise.all([workshop.close(), served.close()]),
  };
}

/** Seals anew what secrets of before have sealed; resolves with those that are good still. */
async function keepOldSecrets(
  deps: Deps,
  { isRotated, oldSecrets, goodOldSecrets }: ReturnType<typeof serveDataDir>,
  { OLD_SECRET }: Settings,
): Promise<string[]> {
  const before = OLD_SECRET === undefined ? oldSecrets : [OLD_SECRET];
  if (before.length === 0) return [];
  const sealed = await sealAnew({ ...deps, oldSecrets: before });
  if (isRotated || sealed > 0) await noteRotation(deps, sealed);
  return OLD_SECRET === undefined ? goodOldSecrets() : before;
}

function isNameless({ PUBLIC_URL, HOST }: Settings): boolean {
  return !PUBLIC_URL && isEveryAddress(HOST);
}

const setPublicUrl =
  '\nThis address is for this machine alone: set PUBLIC_URL to the one that browsers see, else nobody signs in by another';

const awaitsOther = 'another binh-luan serves the data folder: this one waits for it to stop';

const trustsReaders =
  'TRUSTED_PROXIES has a range so wide that readers are in it: whoever is may name any address as theirs';

function metricsBy({ METRICS_TOKEN: token, METRICS_PORT }: Settings, sizes: () => Promise<Sizes>) {
  return { token, isElsewhere: METRICS_PORT !== undefined, write: writeNumbers, sizes };
}
