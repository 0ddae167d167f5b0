/** So long may one task keep all others waiting, in milliseconds: who reads waits for some of its slices. */
const sliceMs = 3;
/** So long may those who go on one after the other. */
const momentMs = 1;

/** Lets whoever else waits have their turn. */
export function giveWay(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Has those who ask go on one after the other, in their order. Whenever they have taken a moment, what came meanwhile is
 * looked at before the next.
 */
export function oneAtATime(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const takeTurn = () => {
    const end = performance.now() + momentMs;
    const goOn = () => {
      if (performance.now() > end) return void setImmediate(takeTurn);
      waiting.shift()?.();
      // A tick that is asked for by a microtask comes after all others: whoever went on has come as far as they can.
      if (waiting.length > 0) queueMicrotask(() => process.nextTick(goOn));
    };
    goOn();
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(takeTurn);
    });
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
