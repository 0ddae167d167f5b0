import { isLoopback, type Settings } from '../../settings.ts';
import { isServed } from '../../store/files/server-lock.ts';
import { type SeenVisit, visitHeader, visitPass, visitPath, visitProof } from '../../world/visit.ts';
import { causeOf, type Found, finds } from './found.ts';

const answerMs = 5000;
const mostSkewMs = 5000;
/** An address of nobody (RFC 5737), to see whether a stranger may name one. */
const forged = '192.0.2.77';

interface Asked {
  settings: Settings;
  publicUrl: string;
  secret: string;
}

interface Answer {
  seen: SeenVisit;
  /** What the clock of who answered says, to the second. */
  date: number;
}

/** What is seen of who asks through the public address: whether it is us, who stands between, and what time it is there. */
export async function lookFromOutside(asked: Asked): Promise<Found[]> {
  const answer = await visit(asked);
  if ('level' in answer) return [answer];
  const second = await visit(asked, { 'x-forwarded-for': forged });
  return [
    lookAtAddress(asked),
    'level' in second ? second : lookAtProxy(asked, answer.seen, second.seen),
    lookAtClock(answer.date),
  ];
}

/** The answer of this very installation, or what is wrong instead. */
async function visit({ settings, publicUrl, secret }: Asked, headers = {}): Promise<Answer | Found> {
  const { wrong } = finds('address');
  const pass = visitPass(secret, Date.now());
  try {
    const answer = await fetch(`${publicUrl}${visitPath}`, {
      ...{ headers: { ...headers, [visitHeader]: pass }, redirect: 'manual' },
      signal: AbortSignal.timeout(answerMs),
    });
    const seen = (await answer.json().catch(() => null)) as SeenVisit | null;
    if (seen?.proof === visitProof(secret, pass))
      return { seen, date: Date.parse(answer.headers.get('date') ?? '') };
    return wrong(...whoElse(publicUrl, answer));
  } catch (error) {
    return wrong(...whySilent(settings, publicUrl, error));
  }
}

function whoElse(publicUrl: string, { status, headers }: Response): [string, string] {
  if (status >= 300 && status < 400)
    return [`${publicUrl} leads on to ${headers.get('location')}`, 'set PUBLIC_URL to where that ends'];
  if (status === 502 || status === 503 || status === 504)
    return [
      `${publicUrl} is answered ${status}: what answers reaches no service`,
      'start the service, and let the proxy pass on to HOST and PORT',
    ];
  return [
    `${publicUrl} is answered ${status}, and not by this installation`,
    'let that address lead here; or another SECRET, an older program or another DATA_DIR serves there',
  ];
}

function whySilent({ DATA_DIR }: Settings, publicUrl: string, error: unknown): [string, string] {
  const says = `${publicUrl} does not answer: ${causeOf(error)}`;
  if (!isServed(DATA_DIR)) return [says, 'the service does not run: npm start'];
  return [says, 'correct PUBLIC_URL, or the name, the proxy and the certificate behind it'];
}

function lookAtAddress({ publicUrl, settings }: Asked): Found {
  const { ok, warning } = finds('address');
  const says = `${publicUrl} is this installation`;
  if (isLoopback(publicUrl))
    return settings.PUBLIC_URL
      ? ok(`${says}, for this machine alone`)
      : warning(
          `${says}, for this machine alone`,
          'set PUBLIC_URL to what browsers see, before readers come',
        );
  if (!publicUrl.startsWith('https:'))
    return warning(
      `${says}, without TLS`,
      'serve it by https: passwords and cookies of the desk pass in the clear',
    );
  return ok(says);
}

function lookAtProxy({ publicUrl }: Asked, plain: SeenVisit, lied: SeenVisit): Found {
  const { ok, warning, wrong } = finds('proxy');
  const { peer, client, forwardedFor, forwarded } = plain;
  const told = forwardedFor ?? forwarded;
  if (plain.doubt === 'untrusted')
    return wrong(
      `${peer} says that it passes on for ${told}, and is not trusted: all readers are one sender`,
      `set TRUSTED_PROXIES to ${peer}`,
    );
  if (plain.doubt === 'unreadable')
    return wrong(
      `${peer} names a reader by "${told}", which is no address`,
      'let the proxy put addresses into X-Forwarded-For',
    );
  // Where something was added, who asks is at a trusted address too: it is passed over, as it must be.
  if (lied.client === forged && lied.forwardedFor === forged)
    return wrong(
      `whoever writes an address into X-Forwarded-For is taken for it, by ${peer}`,
      'let the proxy add to that header or replace it; where there is none, leave TRUSTED_PROXIES empty',
    );
  if (plain.doubt === 'unnamed')
    return wrong(
      `${peer} is trusted and names no reader: all are one sender`,
      'let the proxy set X-Forwarded-For; where there is none, leave TRUSTED_PROXIES empty',
    );
  if (told) return ok(`readers are told apart by what ${peer} says; this one is ${client}`);
  if (!isLoopback(publicUrl) && /^(127\.|::1$|::ffff:127\.)/.test(peer))
    return warning(
      `${publicUrl} is passed on from this machine by who names no reader: all are one sender`,
      `let the proxy set X-Forwarded-For, and TRUSTED_PROXIES to ${peer}`,
    );
  return ok(`nobody stands between; this one is ${client}`);
}

function lookAtClock(date: number): Found {
  const { ok, warning, wrong } = finds('clock');
  const drift = Math.abs(Date.now() - performance.timeOrigin - performance.now());
  if (drift > mostSkewMs)
    return warning(
      `the clock was set by ${Math.round(drift / 1000)} s just now`,
      'let one program set it, slowly (chrony, systemd-timesyncd)',
    );
  if (Number.isNaN(date)) return warning('the answer has no Date', 'let the proxy pass that header on');
  const skew = date - Date.now();
  if (Math.abs(skew) > mostSkewMs)
    return wrong(
      `where the address leads it is ${Math.round(skew / 1000)} s later than here`,
      'set both clocks by the network (timedatectl set-ntp true)',
    );
  return ok('it goes as that of who answers');
}
