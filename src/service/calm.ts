import { performance } from 'node:perf_hooks';
import { giveWay } from '../world/slices.ts';

const lookMs = 100;
/** Above that share of the time somebody waits for this process. */
const busy = 0.5;
/** So many times as long as something took others have, while the process is busy. */
const share = 20;

/**
 * What is done beside the requests asks this before each step, with how long the one before took at least: while the process
 * is busy, all who ask go one after the other, and take no more than a small part of its time.
 */
export function whenCalm(): (tookMs: number) => Promise<void> {
  let before = performance.eventLoopUtilization();
  let isBusy = false;
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    isBusy = performance.eventLoopUtilization(now, before).utilization > busy;
    before = now;
  }, lookMs).unref();
  let turn = Promise.resolve();
  return async (tookMs) => {
    if (isBusy) turn = turn.then(() => giveWay(share * tookMs));
    await (isBusy ? turn : giveWay());
  };
}
