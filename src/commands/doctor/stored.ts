import { readFileSync } from 'node:fs';
import { askSmtp } from '../../notices/channels/mail-by-smtp.ts';
import { isLoopback, type Settings, wrong as wrongSetting } from '../../settings.ts';
import type { Site } from '../../sites/site.ts';
import { latestActs } from '../../store/acts/latest.ts';
import type { Database } from '../../store/database.ts';
import { listChannels, type StoredChannel } from '../../store/notices/channels.ts';
import { countWaiting } from '../../store/notices/kept-deliveries.ts';
import { listSites } from '../../store/sites.ts';
import { dayMs } from '../../world/clock.ts';
import { causeOf, type Found, finds } from './found.ts';

const answerMs = 5000;
const backupDays = 2;

/** What the sites of a database say of pages, channels and copies. */
export async function lookAtStored(database: Database, publicUrl: string): Promise<Found[]> {
  const sites = await listSites(database);
  const origins = sites.filter(({ id }) => id !== 'demo').map((site) => lookAtOrigins(site, publicUrl));
  const channels = sites.map((site) => lookAtChannels(database, site));
  return (await Promise.all([...origins, ...channels, lookAtActs(database)])).flat();
}

async function lookAtOrigins({ id, origins }: Site, publicUrl: string): Promise<Found[]> {
  const { ok, warning, wrong } = finds(`origins of ${id}`);
  if (origins.length === 0) return [warning('no page may embed it', `site set ${id} origins https://…`)];
  const mixed = origins.find((one) => one.startsWith('https:') && !publicUrl.startsWith('https:'));
  if (mixed && !isLoopback(publicUrl))
    return [
      wrong(
        `browsers show no frame of ${publicUrl} in ${mixed}, which is https`,
        'serve the comments by https too',
      ),
    ];
  const silent = await Promise.all(origins.map(whySilent));
  const found = silent.flatMap((why) => (why ? [warning(why, `correct it: site set ${id} origins …`)] : []));
  return found.length > 0 ? found : [ok(`${origins.join(', ')} may embed it`)];
}

async function whySilent(origin: string): Promise<string | undefined> {
  try {
    await fetch(origin, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
    return undefined;
  } catch (error) {
    return `${origin} does not answer: ${causeOf(error)}`;
  }
}

async function lookAtChannels(database: Database, { id: site }: Site): Promise<Found[]> {
  const counts = await countWaiting(database, site);
  return (await listChannels(database, site)).map((channel) => {
    const { waiting = 0, failed = 0 } = counts.find(({ channel: of }) => of === channel.id) ?? {};
    return lookAtChannel(channel, waiting, failed);
  });
}

function lookAtChannel(
  { id, kind, shown, pausedAt, gone, failingSince, dropped }: StoredChannel,
  waiting: number,
  failed: number,
): Found {
  const { ok, warning, wrong } = finds(`channel ${id} (${kind})`);
  const resend = `see why at the desk, then webhook test ${id} and webhook resend ${id}`;
  if (gone)
    return wrong(
      `${shown} says that it is there no more`,
      'give it another address at the desk, or remove it',
    );
  if (failingSince !== null)
    return wrong(
      `${shown} takes nothing since ${new Date(failingSince).toISOString()}; ${waiting} wait`,
      resend,
    );
  if (failed + dropped > 0) return warning(`${shown} missed ${failed + dropped}`, resend);
  if (pausedAt !== null)
    return warning(`${shown} is paused; ${waiting} wait`, 'go on with it at the desk, or remove it');
  return ok(`${shown} takes what it is told; ${waiting} wait`);
}

async function lookAtActs(database: Database): Promise<Found[]> {
  const { anything, backup } = await latestActs(database);
  const { ok, warning } = finds('backup');
  const todo =
    'backup FILE, each night; where you copy it otherwise, as by Litestream or snapshots, see that those are new';
  const days = backup === null ? undefined : Math.floor((Date.now() - backup) / dayMs);
  const found = [
    days === undefined
      ? warning('the command backup has never been used', todo)
      : days >= backupDays
        ? warning(`the last is ${days} days old`, todo)
        : ok(`the last is of ${new Date(backup ?? 0).toISOString()}`),
  ];
  const ahead = (anything ?? 0) - Date.now();
  if (ahead > dayMs / 24)
    found.push(
      finds('clock').wrong(
        `something in the log was done ${Math.round(ahead / 60_000)} minutes from now`,
        'set the clock by the network (timedatectl set-ntp true)',
      ),
    );
  return found;
}

/** The mail server is asked to let us in, and no letter is sent. */
export async function lookAtMail(settings: Settings): Promise<Found[]> {
  const { SMTP_URL: url, MAIL_FROM: from, DKIM_KEY_FILE: key } = settings;
  const { ok, wrong } = finds('mail');
  if (!url || !from) return [ok('not set up: nothing about mail is offered')];
  if (key !== undefined && !isKey(key))
    return [wrong(wrongSetting('DKIM_KEY_FILE', key).message, 'correct it, or the rights of the file')];
  const { hostname, port } = new URL(url);
  const server = port ? `${hostname}:${port}` : hostname;
  try {
    await askSmtp({ url, from });
    return [ok(`${server} lets us in`)];
  } catch (error) {
    return [wrong(`${server}: ${causeOf(error)}`, whatOfMail(error))];
  }
}

function whatOfMail(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === 'EAUTH') return 'correct name and password in SMTP_URL (with %40 for @ and the like)';
  if (code === 'ETLS' || code === 'ESOCKET')
    return 'take smtps:// and port 465, or smtp:// and 587, as the server says';
  return 'correct host and port in SMTP_URL, or let this machine out to them';
}

function isKey(file: string): boolean {
  try {
    return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
