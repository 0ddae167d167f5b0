// What the frame asks of the service: in its reader's name, where the host page says who that is.
import { identity } from './later.ts';

/** Nothing else can be done meanwhile. */
const patienceMs = 30_000;

/** In memory alone: it stands in no address, no log and no storage. */
let token = '';

export const tokenNow = () => token;

export function speakFor(next: string): void {
  token = next;
}

/** Where the reader is not known any more, the host page is asked once who they are. */
export async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  const used = token;
  const answer = await askOnce(address, init);
  if (answer.status !== 401 || !used) return answer;
  const { askAnew } = await identity();
  return askAnew(used, () => askOnce(address, init));
}

/** What is answered to one reader is kept for no other. */
function askOnce(address: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token) headers.set('binh-luan-identity', token);
  const cache = token ? 'no-store' : 'default';
  return fetch(address, { cache, ...init, headers, signal: AbortSignal.timeout(patienceMs) });
}
