import { Problem } from '../problem.ts';
import { tooFast } from './too-fast.ts';
import type { World } from './world.ts';

type Job = () => Promise<void>;

export interface Room {
  /** How many pieces of work may wait: of one sender, and of all. */
  ofSender: number;
  inAll: number;
  /** The shortest rest, where most of the work comes after it first waited and is not seen. */
  restMs?: number;
  /** The work is another thread's: the next begins once it is done, and needs no rest. */
  aside?: boolean;
}

/**
 * Does one piece of work at a time and then rests for as long as it took, so that other requests have half the time at
 * least; and of each sender one after the other, so that nobody's many keep another's one waiting. Where there is no
 * more room it throws.
 */
export function fairLine({ ofSender, inAll, restMs = 0, aside = false }: Room): World['inTurn'] {
  /** The next sender first. */
  const waiting = new Map<string, Job[]>();
  let length = 0;
  let isGoing = false;

  const doNext = () => {
    const [sender, [job, ...later]] = waiting.entries().next().value ?? ['', []];
    isGoing = job !== undefined;
    if (!job) return;
    waiting.delete(sender);
    if (later.length > 0) waiting.set(sender, later);
    length -= 1;
    const started = performance.now();
    const done = job();
    if (aside) return void done.then(doNext);
    // However short it was, what came meanwhile is served before the next.
    setTimeout(() => setImmediate(doNext), Math.max(restMs, performance.now() - started));
  };

  const add = (sender: string, job: Job) => {
    const mine = waiting.get(sender) ?? [];
    if (mine.length >= ofSender) throw tooFast('captcha-line', noRoom, soonSeconds);
    if (length >= inAll) throw new Problem('unavailable', noRoom, { retryAfterSeconds: soonSeconds });
    waiting.set(sender, [...mine, job]);
    length += 1;
    if (!isGoing) setImmediate(doNext);
    isGoing = true;
  };

  return (sender, work) =>
    new Promise((resolve, reject) => {
      add(sender, async () => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error);
        }
      });
    });
}

const soonSeconds = 2;
const noRoom = {
  vi: 'Hiện có quá nhiều mã xác nhận đang được tạo. Vui lòng thử lại sau ít giây.',
  en: 'Too many captchas are being made just now. Please try again in a few seconds.',
};
