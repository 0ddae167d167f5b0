import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { compress } from 'hono/compress';
import { createApp } from './app.ts';
import { readClip } from './captcha/clips.ts';
import { drawPicture } from './captcha/picture.ts';
import { steadyClock } from './clock.ts';
import type { Deps } from './http/deps.ts';
import { atOnce, jsonLog } from './log.ts';
import { offerSetup } from './moderators/setup.ts';
import { publicUrlOf, readSettings, type Settings } from './settings.ts';
import { ensureDemoSite } from './sites/demo.ts';
import { cleanUp } from './sites/retention.ts';
import { purge } from './store/purge.ts';
import { indexEarlier } from './store/search-index.ts';
import { serveDataDir } from './store/served-data-dir.ts';
import type { SqliteDatabase } from './store/sqlite.ts';

const graceMs = 5000;
const hourMs = 3_600_000;

try {
  await start(readSettings(process.env));
} catch (error) {
  console.error(`binh-luan cannot start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const served = serveDataDir(settings.DATA_DIR, settings.SECRET);
  const { database, secret, settled } = served;
  const log = jsonLog(
    settings.LOG_LEVEL,
    atOnce((text) => process.stderr.write(text)),
  );
  const publicUrl = publicUrlOf(settings);
  const deps: Deps = {
    database,
    secret,
    publicUrl,
    now: steadyClock(),
    random: randomBytes,
    draw: drawPicture,
    clip: readClip,
    trustedProxies: settings.TRUSTED_PROXIES,
    peerAddress: (context) => getConnInfo(context).remote.address ?? '',
    asset: serveStatic({ root: fileURLToPath(new URL('./web/static/', import.meta.url)) }),
    settled,
    compress: compress(),
    log,
  };
  await ensureDemoSite(deps, publicUrl);
  const server = await listen(createApp(deps).fetch, settings);
  const setup = await offerSetup(deps);
  const link = `\nSet up the first owner (once, within 24 hours): ${publicUrl}/moderation/setup/${setup}`;
  console.log(`binh-luan: ${publicUrl}${setup ? link : ''}`);
  stopOnSignal(server, served.close);
  served.watch((fault, remedy) => log('error', 'the database is lost; nothing is stored', { fault, remedy }));
  await indexAll(deps);
  await cleanUpHourly(deps, database);
}

/** Now, and an hour after each time. */
async function cleanUpHourly(deps: Deps, database: SqliteDatabase): Promise<void> {
  try {
    await cleanUp(deps);
    await purge(database);
  } catch (error) {
    deps.log('error', 'not all was erased that is kept no longer', { error: String(error) });
  }
  setTimeout(() => cleanUpHourly(deps, database), hourMs).unref();
}

/** Comments from before there was an index of words are found too, once it has caught up. */
async function indexAll({ database, log }: Deps): Promise<void> {
  try {
    while ((await indexEarlier(database, 200)) > 0) await setImmediate();
  } catch (error) {
    log('error', 'the index of words is not complete', { error: String(error) });
  }
}

/** Resolves once it listens; rejects with one sentence where it cannot. */
function listen(fetch: Parameters<typeof serve>[0]['fetch'], { PORT: port, HOST: hostname }: Settings) {
  return new Promise<ServerType>((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`PORT ${port} is in use on ${hostname}`) : error);
    });
  });
}

/** No new connections; running requests finish; what stalls is cut off in time. */
function stopOnSignal(server: ServerType, close: () => void): void {
  const stop = () => {
    const cutOff = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      close();
      process.exit(0);
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
