import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Family, keepNumbers, type Meter } from '../world/metrics.ts';

const registry = new Registry();
const ofProcess = new Registry();
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

/** What Node says of the process, by the names that dashboards for Node know, until the returned function is called. */
export function measureProcess(): () => void {
  collectDefaultMetrics({ register: ofProcess, eventLoopMonitoringPrecision: 20 });
  return () => ofProcess.clear();
}

/** In the text format of Prometheus. */
export async function writeNumbers(readers: Family['readers']): Promise<string> {
  const isTold = (name: string) => readers === 'operators' || !forOperators.has(name);
  const families = [ofProcess, registry].flatMap((numbers) =>
    numbers
      .getMetricsAsArray()
      .filter(({ name }) => isTold(name))
      .map(({ name }) => numbers.getSingleMetricAsString(name)),
  );
  return `${(await Promise.all(families)).join('\n')}\n`;
}
