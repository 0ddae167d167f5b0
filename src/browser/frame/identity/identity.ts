// A reader whom the host page knows: their form, their marks and their comments, for as long as it says so.
import { tellHost } from '../host.ts';
import { idle } from '../once.ts';
import { addressWith, complain, fetchPage, one, root, Told } from '../page.ts';
import { speakFor, tokenNow } from '../request.ts';
import { say } from '../say.ts';
import { livesMs, personIn } from './claims.ts';
import { showFor } from './show-for.ts';

/** The page has its reader's sign-in looked up by its own server. */
const patienceMs = 8000;
/** Before a token ends. */
const marginMs = 60_000;

/** Whom the page is shown for. */
let shown = '';
let timer: ReturnType<typeof setTimeout> | undefined;
/** Who waits for another token. */
const waiting = new Set<(token: string) => void>();

addEventListener('online', showReader);

/** The host page says who its reader is now; an empty token says nobody. */
export async function take(token: string): Promise<void> {
  if (token === tokenNow()) return;
  speak(token);
  const awaited = [...waiting];
  for (const go of awaited) go(token);
  // What was asked for in another name is answered first; who waited goes on by themselves.
  await idle();
  if (awaited.length === 0) await showReader();
}

/** Asks again for the same reader, once the host page has said anew who they are; else their sign-in has ended. */
export async function askAnew(used: string, again: () => Promise<Response>): Promise<Response> {
  const token = tokenNow() === used ? await renewal(patienceMs) : tokenNow();
  const isOther = token !== '' && shown !== '' && personIn(token) !== shown;
  if (token && !isOther) {
    const answer = await again();
    if (answer.status !== 401) return answer;
  }
  if (!isOther) speak('');
  await update();
  throw isOther ? new Told(say('otherReader')) : new Ended(ended());
}

/** A sign-in that nobody renewed. */
class Ended extends Told {}

function speak(token: string): void {
  speakFor(token);
  clearTimeout(timer);
  const lives = livesMs(token);
  if (lives > 0) timer = setTimeout(renewInTime, waitOf(lives));
}

/** Well before the end, and never at once. */
function waitOf(livesMs: number): number {
  return Math.max(livesMs - marginMs, livesMs * 0.75);
}

/** A page that nobody looks at asks for nothing. */
async function renewInTime(): Promise<void> {
  if (document.hidden) return document.addEventListener('visibilitychange', renewInTime, { once: true });
  const before = tokenNow();
  if (!before) return;
  await renewal(Math.max(patienceMs, Math.min(marginMs, livesMs(before))));
  const isEnded = tokenNow() === before;
  if (isEnded) speak('');
  await showReader();
  if (isEnded) complain(ended(), one('#write'));
}

/** The next token, or an empty one where none comes in time. */
function renewal(patience: number): Promise<string> {
  tellHost({ type: 'binh-luan:identity', expired: true });
  return new Promise((resolve) => {
    const go = (token: string) => {
      waiting.delete(go);
      resolve(token);
    };
    waiting.add(go);
    setTimeout(go, patience, '');
  });
}

/** Whatever goes wrong, the reader goes on as they are. */
async function showReader(): Promise<void> {
  try {
    await update();
  } catch (error) {
    if (error instanceof Ended) complain(error.message, one('#write'));
  }
}

/** Shows the page as it is for who reads now. */
async function update(): Promise<void> {
  const reader = personIn(tokenNow());
  if (reader === shown) return;
  const sort = document.querySelector<HTMLInputElement>('input[name=sort]')?.value;
  const page = await fetchPage(addressWith(sort ? { sort } : {}));
  if (personIn(tokenNow()) !== reader) return update();
  if (reader === shown) return;
  const isOther = shown !== '' && reader !== '';
  shown = reader;
  showFor(page, isOther);
}

function ended(): string {
  return say(root.dataset.identity === 'required' ? 'signInEnded' : 'signInGone');
}
