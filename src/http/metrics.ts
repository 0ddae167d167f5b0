import { states } from '../comments/comment.ts';
import { countStates } from '../store/queue/state-counts.ts';
import { listSites } from '../store/sites.ts';
import type { World } from '../world/world.ts';

interface CountedRequest {
  method: string;
  route: string;
  status: number;
}

const requests = new Map<string, number>();

export function countRequest({ method, route, status }: CountedRequest): void {
  const labels = `method="${method}",route="${route}",status="${status}"`;
  requests.set(labels, (requests.get(labels) ?? 0) + 1);
}

/** What happened in this process, and what the database holds, in the Prometheus text format. */
export async function renderMetrics(world: World): Promise<string> {
  const sites = await listSites(world.database);
  const counts = await countStates(
    world.database,
    sites.map((site) => site.id),
  );
  return [
    '# HELP binh_luan_http_requests_total Requests answered by this process.',
    '# TYPE binh_luan_http_requests_total counter',
    ...[...requests].map(([labels, count]) => `binh_luan_http_requests_total{${labels}} ${count}`),
    '# HELP binh_luan_comments Comments by state, over all sites.',
    '# TYPE binh_luan_comments gauge',
    ...states.map((state) => `binh_luan_comments{state="${state}"} ${counts[state]}`),
    '',
  ].join('\n');
}
