type Labels = Readonly<Record<string, string>>;

/** Measurements of one kind, in the words of Prometheus. The values of a label are few, and nothing of a reader is one. */
export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  labels: readonly string[];
  /** What is told from nought on. */
  known: readonly Labels[];
  /** Of a histogram, in seconds or pieces; they rise. */
  bounds: readonly number[];
  /** What a stranger could use, or is no business of theirs, is told to operators alone. */
  readers: 'anyone' | 'operators';
}

/** Where the numbers of a family go. */
export interface Meter {
  /** Adds to a counter, sets a gauge, or puts one more into a histogram. */
  note: (value: number, labels: Labels) => void;
  /** Forgets what a gauge said. */
  clear: () => void;
}

type Given<Label extends string> = Partial<Pick<Family, 'bounds' | 'readers'>> & {
  labels?: readonly Label[];
  known?: readonly Record<Label, string>[];
};

const nowhere: Meter = { note: () => undefined, clear: () => undefined };
const declared: { family: Family; meter: Meter }[] = [];
let meterFor: (family: Family) => Meter = () => nowhere;

/** From now on numbers are kept; before, and where nobody asks for them, as in a command, they go nowhere. */
export function keepNumbers(make: (family: Family) => Meter): void {
  meterFor = make;
  for (const one of declared) one.meter = make(one.family);
}

/** What only grows. */
export function counter<const Label extends string = never>(
  name: string,
  help: string,
  given: Given<Label> = {},
): (labels: Record<Label, string>, by?: number) => void {
  const one = declare('counter', name, help, given);
  return (labels, by = 1) => one.meter.note(by, labels);
}

/** How long something takes, or of how many it is. */
export function histogram<const Label extends string = never>(
  name: string,
  help: string,
  given: Given<Label> & Pick<Family, 'bounds'>,
): (value: number, labels: Record<Label, string>) => void {
  const one = declare('histogram', name, help, given);
  return (value, labels) => one.meter.note(value, labels);
}

interface Gauge<Label extends string> {
  set: (value: number, labels: Record<Label, string>) => void;
  /** In the place of all that it said. */
  tell: (samples: readonly { value: number; labels: Record<Label, string> }[]) => void;
}

/** What goes up and down. */
export function gauge<const Label extends string = never>(
  name: string,
  help: string,
  given: Given<Label> = {},
): Gauge<Label> {
  const one = declare('gauge', name, help, given);
  return {
    set: (value, labels) => one.meter.note(value, labels),
    tell(samples) {
      one.meter.clear();
      for (const { value, labels } of samples) one.meter.note(value, labels);
    },
  };
}

function declare(type: Family['type'], name: string, help: string, given: Given<string>) {
  const usual = { labels: [], known: [], bounds: [], readers: 'operators' } as const;
  const family: Family = { ...usual, ...given, type, name, help };
  const one = { family, meter: meterFor(family) };
  declared.push(one);
  return one;
}
