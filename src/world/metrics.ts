type Labels = Readonly<Record<string, string>>;

export interface Sample {
  labels?: Labels;
  value: number;
  /** What stands behind the family's name. */
  part?: '_bucket' | '_sum' | '_count';
}

/** Measurements of one kind, in the words of Prometheus. */
export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  read: () => readonly Sample[];
}

const families = new Map<string, Family>();

/** Adds what is read whenever somebody asks. */
export function measure(family: Family): void {
  families.set(family.name, family);
}

export function allFamilies(): Family[] {
  return [...families.values()];
}

/** What only grows; labels that are known beforehand are counted from nought. */
export function counter(
  name: string,
  help: string,
  known: readonly Labels[] = [],
): (labels?: Labels) => void {
  const counts = new Map<string, { labels: Labels; value: number }>();
  const find = (labels: Labels) => {
    const key = Object.values(labels).join('\n');
    const count = counts.get(key) ?? { labels, value: 0 };
    counts.set(key, count);
    return count;
  };
  known.forEach(find);
  measure({ name, help, type: 'counter', read: () => [...counts.values()] });
  return (labels = {}) => {
    find(labels).value += 1;
  };
}

interface Spread {
  labels: Labels;
  /** How many came to each bound and no lower one, and last, past all. */
  counts: number[];
  sum: number;
}

/** How long something takes, in seconds, by bounds that rise. */
export function histogram(
  name: string,
  help: string,
  bounds: readonly number[],
): (seconds: number, labels?: Labels) => void {
  const spreads = new Map<string, Spread>();
  measure({
    name,
    help,
    type: 'histogram',
    read: () => [...spreads.values()].flatMap((one) => spell(one, bounds)),
  });
  return (seconds, labels = {}) => {
    const key = Object.values(labels).join('\n');
    const spread = spreads.get(key) ?? { labels, counts: Array(bounds.length + 1).fill(0), sum: 0 };
    spreads.set(key, spread);
    const place = bounds.findIndex((bound) => seconds <= bound);
    const index = place === -1 ? bounds.length : place;
    spread.counts[index] = (spread.counts[index] ?? 0) + 1;
    spread.sum += seconds;
  };
}

/** Each bucket holds those of the lower ones too. */
function spell({ labels, counts, sum }: Spread, bounds: readonly number[]): Sample[] {
  let total = 0;
  const buckets = counts.map((count, index): Sample => {
    total += count;
    return { part: '_bucket', labels: { ...labels, le: String(bounds[index] ?? '+Inf') }, value: total };
  });
  return [...buckets, { part: '_sum', labels, value: sum }, { part: '_count', labels, value: total }];
}

/** In the text format of Prometheus. */
export function writeFamily({ name, help, type, read }: Family): string[] {
  const samples = read().map(({ labels = {}, value, part = '' }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${quoted(text)}"`);
    return `${name}${part}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return samples.length > 0 ? [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples] : [];
}

function quoted(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}
