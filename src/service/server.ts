import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { compress } from 'hono/compress';
import { createApp } from '../app.ts';
import { foldKeys } from '../articles/fold.ts';
import { newStock } from '../captcha/stock.ts';
import type { Deps } from '../http/deps.ts';
import { tooWide } from '../http/forwarded/client.ts';
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
  wrong,
} from '../settings.ts';
import { ensureDemoSite } from '../sites/demo.ts';
import { addSamples } from '../sites/samples/samples.ts';
import { databaseFile } from '../store/files/data-dir.ts';
import { serveDataDir } from '../store/files/served-data-dir.ts';
import { steadyClock } from '../world/clock.ts';
import { fairLine } from '../world/fair-line.ts';
import { oneAtATime } from '../world/slices.ts';
import { gatherer } from '../world/together.ts';
import { answerOf, type Serving } from './answer.ts';
import { keepMailing, keepTelling } from './courier.ts';
import { filesFromMemory } from './files.ts';
import { atOnce, calm, jsonLog } from './log.ts';
import { mailBy } from './mail.ts';
import { measureProcess } from './process-metrics.ts';
import { stopWhenTold } from './stopping.ts';
import { keepUp } from './upkeep.ts';
import { Workshop } from './workshop.ts';

/** Each takes up to 20 kB; who comes when so many are open is turned away. */
const mostConnections = 20_000;
/** So many questions are with judges outside at a time. */
const mostJudging = 16;
const timeouts = {
  // A header is sent at once, and a body of 64 kB soon, also from a slow phone; whoever takes longer is cut off.
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  // Longer than proxies keep a connection that rests (a minute): else we close one just as they send on it.
  keepAliveTimeout: 75_000,
};

/**
 * Serves until it is told to stop, or `withParent`, until the process that started it is gone; rejects with one
 * sentence where it cannot start.
 */
export async function start(settings: Settings, { withParent }: { withParent: boolean }): Promise<void> {
  const served = serveDataDir(settings.DATA_DIR, settings.SECRET);
  const { database, secret, settled } = served;
  const write = atOnce((text) => process.stderr.write(text));
  const log = calm(jsonLog(settings.LOG_LEVEL, write));
  const workshop = new Workshop(log);
  const publicUrl = publicUrlOf(settings);
  const reach = { loopback: isLoopback(publicUrl) };
  const judgeReach = judgeReachOf(publicUrl, settings);
  const serving: Serving = { isStopping: false, open: new Set() };
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
    inTurn: fairLine({ ofSender: 32, inAll: 512, aside: true }),
    turn: oneAtATime(),
    together: gatherer(1000),
    // Ten times as many as can be hashed. Who is refused says the line for passwords, which knows who is known.
    signInTurn: fairLine({ ofSender: mostConnections, inAll: mostConnections, restMs: 20 }),
    trustedProxies: settings.TRUSTED_PROXIES,
    peerAddress: (context) => getConnInfo(context).remote.address ?? '',
    asset: filesFromMemory(),
    settled,
    isStopping: () => serving.isStopping,
    compress: compress(),
    access: accessOf(settings),
    reach,
    judges: judgesBy(judgeReach, atMost(mostJudging, poster(judgeReach)), log),
    mail: await mailBy(settings),
    log,
  };
  const file = databaseFile(settings.DATA_DIR);
  database.onFailure(({ message: cause }) =>
    log('error', 'the database cannot store or read', { cause, file }),
  );
  for (const range of tooWide(settings.TRUSTED_PROXIES)) log('warn', trustsReaders, { range });
  deps.oldSecrets = await keepOldSecrets(deps, served, settings);
  await foldKeys(deps);
  await ensureDemoSite(deps, publicUrl);
  if (settings.DEMO_COMMENTS === 'on') await addSamples(deps);
  const server = await listen(createApp(deps).fetch, settings, serving);
  const close = () => Promise.all([workshop.close(), served.close()]);
  stopWhenTold(server, serving, { close, withParent });
  const setup = await offerSetup(deps);
  const link = `\nSet up the first owner (once, within 24 hours): ${publicUrl}/moderation/setup/${setup}`;
  console.log(`binh-luan: ${publicUrl}${setup ? link : ''}${isNameless(settings) ? setPublicUrl : ''}`);
  served.watch((fault, remedy) => log('error', 'the database is lost; nothing is stored', { fault, remedy }));
  measureProcess();
  keepTelling({ ...deps, post: poster(reach) }, database, () => serving.isStopping);
  if (deps.mail) keepMailing({ ...deps, mail: deps.mail }, database, () => serving.isStopping);
  await keepUp(deps, database);
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

const trustsReaders =
  'TRUSTED_PROXIES has a range so wide that readers are in it: whoever is may name any address as theirs';

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** Resolves once it listens; rejects with one sentence where it cannot. */
function listen(fetch: Fetch, { PORT: port, HOST: hostname }: Settings, serving: Serving) {
  return new Promise<Server>((resolve, reject) => {
    const serverOptions = { ...timeouts, ServerResponse: answerOf(serving) };
    const server = serve({ fetch, port, hostname, createServer, serverOptions }, () =>
      resolve(server),
    ) as Server;
    server.maxConnections = mostConnections;
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyDeaf(error, port, hostname)));
  });
}

/** Why it cannot listen, by the setting that is to be another. */
function whyDeaf(error: NodeJS.ErrnoException, port: number, hostname: string): Error {
  if (error.code === 'EADDRINUSE') return new Error(`PORT ${port} is in use on ${hostname}`);
  if (error.code === 'EACCES') return new Error(`PORT ${port} is not open to this user; take one above 1023`);
  return error.code === 'EADDRNOTAVAIL' || error.syscall === 'getaddrinfo' ? wrong('HOST', hostname) : error;
}
