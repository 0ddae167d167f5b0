import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Family, measure } from '../world/metrics.ts';

const everyMs = 20;

/** What Node says of the process, by the names that dashboards for Node know. */
export function measureProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: everyMs });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  // What is measured is from one look to the next.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - everyMs / 1000);
  gauge('process_start_time_seconds', 'When the process started, since 1970.', () => startedAt);
  gauge('process_resident_memory_bytes', 'Memory that the process has in RAM.', () =>
    process.memoryUsage.rss(),
  );
  gauge('nodejs_heap_size_used_bytes', 'Memory of JavaScript in use.', () => process.memoryUsage().heapUsed);
  gauge(
    'nodejs_external_memory_bytes',
    'Memory outside of JavaScript.',
    () => process.memoryUsage().external,
  );
  measureOne('process_cpu_seconds_total', 'Time on processors, for us and in the kernel.', 'counter', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  gauge('nodejs_eventloop_lag_p50_seconds', 'How late the event loop came, half of the time.', () =>
    late(delay.percentile(50)),
  );
  gauge('nodejs_eventloop_lag_p99_seconds', 'How late it came, 99 times of 100.', () =>
    late(delay.percentile(99)),
  );
  // The last of them, since it begins the next span.
  gauge('nodejs_eventloop_lag_max_seconds', 'How late it came at worst since it was last asked for.', () => {
    const { max } = delay;
    delay.reset();
    return late(max);
  });
}

function gauge(name: string, help: string, read: () => number): void {
  measureOne(name, help, 'gauge', read);
}

function measureOne(name: string, help: string, type: Family['type'], read: () => number): void {
  measure({ name, help, type, read: () => [{ value: read() }] });
}
