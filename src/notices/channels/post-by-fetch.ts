import { mostAnswered, type Post, postMs, retryAfterMs } from './posting.ts';
import { type Reach, targetOf } from './target.ts';

/** Where the platform resolves names and leads to no own network: what names and addresses say is looked at alone. */
export function fetchPoster(reach: Reach): Post {
  return async ({ url, headers, body }) => {
    const target = targetOf(url, reach);
    if (!target) throw new Error('not outside');
    const signal = AbortSignal.timeout(postMs);
    const response = await fetch(target, { method: 'POST', headers, body, redirect: 'manual', signal });
    return {
      status: response.status,
      body: await readSome(response),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
    };
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
