import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { startProcess } from '../support/process.ts';

test('the process tells its memory, its processors, how late it is, its disk, and which version it is', async () => {
  const service = await startProcess();
  onTestFinished(() => service.stop());
  await service.command(['site', 'set', 'demo', 'captcha', 'off']);
  const comment = { article: { key: '/bai' }, author: 'Hòa', body: 'Một ý kiến.' };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(comment);
  await fetch(`${service.url}/api/v1/sites/demo/comments`, { method: 'POST', headers, body });
  await (await fetch(`${service.url}/embed.js`)).text();
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'process_start_time_seconds',
    'nodejs_heap_size_used_bytes',
    'nodejs_external_memory_bytes',
    'binh_luan_sync_duration_seconds_count',
  ])
    expect([name, value(name) > 0]).toEqual([name, true]);
  for (const name of ['nodejs_eventloop_lag_p50_seconds', 'nodejs_eventloop_lag_p99_seconds'])
    expect([name, value(name) >= 0]).toEqual([name, true]);
  expect(value('nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0);
  expect(value('binh_luan_storage_failures_total')).toBe(0);
  expect(value('binh_luan_http_requests_total{method="GET",route="/:file",status="200"}')).toBe(1);
  expect(text).toContain(`binh_luan_build_info{version="${manifest.version}"} 1\n`);
});
