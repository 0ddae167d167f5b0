import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { freePort, startProcess } from '../support/process.ts';

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
    'binh_luan_commit_duration_seconds_count',
    'binh_luan_commit_writes_sum',
    'binh_luan_database_bytes',
    'binh_luan_database_log_bytes',
    'binh_luan_disk_free_bytes',
    'binh_luan_cleanup_last_timestamp_seconds',
    'process_open_fds',
  ])
    expect([name, value(name) > 0]).toEqual([name, true]);
  for (const name of ['nodejs_eventloop_lag_p50_seconds', 'nodejs_eventloop_lag_p99_seconds'])
    expect([name, value(name) >= 0]).toEqual([name, true]);
  expect(value('nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0);
  expect(value('binh_luan_storage_failures_total')).toBe(0);
  expect(value('binh_luan_http_requests_total{method="GET",route="/:file",status="200"}')).toBe(1);
  const runs = `version="${manifest.version}",node="${process.version}"`;
  expect(text).toContain(`binh_luan_build_info{${runs}} 1\n`);
  for (const name of ['part="database"', 'part="mail"', 'part="judge"'])
    expect(value(`binh_luan_failing{${name}}`)).toBe(0);
});

test('at a port of their own numbers are told to whoever has the token, and at the usual one to nobody', async () => {
  const port = await freePort();
  const token = 'a token of more than sixteen characters';
  const service = await startProcess({ METRICS_PORT: String(port), METRICS_TOKEN: token });
  onTestFinished(() => service.stop());
  const ask = async (url: string, headers = {}) => (await fetch(`${url}/metrics`, { headers })).status;
  const own = `http://127.0.0.1:${port}`;
  const bearer = { authorization: `Bearer ${token}` };
  expect(await Promise.all([ask(own), ask(own, bearer), ask(service.url, bearer)])).toEqual([401, 200, 404]);
  expect((await fetch(`${own}/healthz`, { headers: bearer })).status).toBe(404);
});
