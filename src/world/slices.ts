/** So long may one task keep all others waiting, in milliseconds. */
const sliceMs = 10;

/** Lets whoever else waits have their turn. */
export function giveWay(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Has those who ask go on one after the other, in their order; before each, what came meanwhile is looked at. */
export function oneAtATime(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}

/**
 * Takes step after step until one says that there is no more to do. Between two, others have as long as the step took: as
 * many turns, and as much of the disk.
 */
export async function inSteps(step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const began = performance.now();
    if (!(await step())) return;
    await giveWay(performance.now() - began);
  }
}

/** What comes of some steps; after each, others get their turn. */
export async function stepByStep<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await giveWay();
  }
}

/** What is made of each value, in order; whenever that has taken a while, others get their turn. */
export async function mapInSlices<Value, Result>(
  values: readonly Value[],
  make: (value: Value) => Result,
): Promise<Result[]> {
  const made: Result[] = [];
  let end = performance.now() + sliceMs;
  for (const value of values) {
    if (performance.now() > end) {
      await giveWay();
      end = performance.now() + sliceMs;
    }
    made.push(make(value));
  }
  return made;
}
