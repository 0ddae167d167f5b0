import { type Answer, mostAnswered, type Post, type Posted, postMs, retryAfterMs } from './posting.ts';
import { type Reach, targetOf } from './target.ts';

/** So many connections the platform gives to one request; who waits for one has not begun. */
const mostAtOnce = 6;

/**
 * Where the platform resolves names and leads to no own network: what names and addresses say is looked at alone. One for each
 * request.
 */
export function fetchPoster(reach: Reach): Post {
  const waiting: (() => void)[] = [];
  let open = 0;
  return async (posted) => {
    const target = targetOf(posted.url, reach);
    if (!target) throw new Error('not outside');
    while (open >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    open += 1;
    try {
      return await send(target, posted);
    } finally {
      open -= 1;
      waiting.shift()?.();
    }
  };
}

async function send(target: URL, { headers, body, withinMs = postMs }: Posted): Promise<Answer> {
  const signal = AbortSignal.timeout(withinMs);
  const response = await fetch(target, { method: 'POST', headers, body, redirect: 'manual', signal });
  return {
    status: response.status,
    body: await readSome(response),
    retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
  };
}

async function readSome({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= mostAnswered) break;
  }
  return text.slice(0, mostAnswered);
}
