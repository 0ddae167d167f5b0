import { env } from 'cloudflare:test';
import type { D1Database } from '@cloudflare/workers-types';
import { createApp } from '../../src/app.ts';
import { openEdge } from '../../src/http/edge/cache.ts';
import { openD1 } from '../../src/store/d1.ts';
import { type Service, startService } from '../support/service.ts';

export const list = '/api/v1/sites/demo/comments?article=/bai-viet';
export const frame = '/embed/demo?article=/bai-viet';

/** A service whose comments are public at once, and the data centre where its Workers run; the service is elsewhere. */
export async function openPlace() {
  const service = await startService();
  await service.setSite({ moderation: 'publish-clean' });
  const publicUrl = `http://${crypto.randomUUID()}.test`;
  return { service, startWorker: (release = 'now') => startWorker(service, publicUrl, release) };
}

/** One isolate of the Worker, with a memory of its own, whose queries are counted. */
function startWorker(service: Service, publicUrl: string, release: string) {
  const counted = { queries: 0 };
  const edge = openEdge(publicUrl, release);
  const database = openD1(
    counting(env.DB, () => {
      counted.queries += 1;
    }),
    edge.noteChange,
  );
  const app = createApp({ ...service.deps, database, edge });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    counted,
    database,
    request,
    read: async (path: string) => (await request(path)).text(),
    published: async (): Promise<string[]> => {
      const { comments }: { comments: { body: string }[] } = await (await request(list)).json();
      return comments.map(({ body }) => body);
    },
  };
}

/** The binding, and every statement that is prepared by it. */
function counting(binding: D1Database, count: () => void): D1Database {
  return new Proxy(binding, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function') return part;
      return (...given: unknown[]) => {
        if (name === 'prepare') count();
        return Reflect.apply(part, target, given);
      };
    },
  });
}
