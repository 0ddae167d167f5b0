import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Family, keepNumbers, type Meter } from '../world/metrics.ts';

const registry = new Registry();
const forOperators = new Set<string>();

keepNumbers((family) => {
  if (family.readers === 'operators') forOperators.add(family.name);
  return meterOf(family);
});

function meterOf({ type, name, help, labels, bounds, known }: Family): Meter {
  const given = { name, help, labelNames: labels, registers: [registry] };
  if (type === 'histogram') {
    const histogram = new Histogram({ ...given, buckets: [...bounds] });
    return { note: (value, of) => histogram.observe(of, value), clear: () => histogram.reset() };
  }
  if (type === 'gauge') {
    const gauge = new Gauge(given);
    for (const of of known) gauge.set(of, 0);
    return { note: (value, of) => gauge.set(of, value), clear: () => gauge.reset() };
  }
  const counter = new Counter(given);
  for (const of of known) counter.inc(of, 0);
  return { note: (value, of) => counter.inc(of, value), clear: () => counter.reset() };
}

/** What Node says of the process, by the names that dashboards for Node know. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
}

/** In the text format of Prometheus. */
export async function writeNumbers(readers: Family['readers']): Promise<string> {
  const names = registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => readers === 'operators' || !forOperators.has(name));
  const families = await Promise.all(names.map((name) => registry.getSingleMetricAsString(name)));
  return `${families.join('\n')}\n`;
}
