export const hourMs = 60 * 60_000;
export const dayMs = 24 * hourMs;
/** Vietnam is so far ahead of UTC, and knows no summer time. */
export const vietnamMs = 7 * hourMs;

/**
 * A clock that does not go back with the system's: where that one is set back by less than a day, time passes at half
 * its speed until it has caught up, so that what comes later is later. It follows every jump ahead, and one back of a
 * day or more, since by then it was wrong before. Whole milliseconds since 1970.
 */
export function steadyClock(wall = Date.now, monotonic = () => performance.now()): () => number {
  let told = wall();
  let measured = monotonic();
  return () => {
    const [now, before] = [wall(), measured];
    measured = monotonic();
    told = now <= told - dayMs ? now : Math.max(now, told + (measured - before) / 2);
    return Math.floor(told);
  };
}
