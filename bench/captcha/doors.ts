import { randomBytes, scryptSync } from 'node:crypto';
import { scrypt } from '@noble/hashes/scrypt.js';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { priceAt } from '../../src/captcha/price.ts';
import { deriveAtOnce, newKey, newWork, stepOfWork } from '../../src/captcha/work.ts';
import { spreadOf, timesOf } from './cost.ts';
import { random } from './sample.ts';
import { siegeByPicture, siegeByWork, type Taken } from './siege.ts';

/** A phone of the middle class: cores that are a quarter as fast as one of the measuring machine, four of them. */
const phone = { slower: 4, cores: 4 };
/** Of the network, which was trained apart from this: seconds for a picture, and how many of 1,000 it reads. */
const network = {
  seconds: 0.003,
  reads: [985, 995],
  rotated: 'after rotate 492 of 500, with an own font 486',
};
const comments = 1000;
const [password, salt] = [randomBytes(20), randomBytes(16)];
const [cost, blockSize, keyLength] = [1024, 8, 32];

/** A line of the table. */
export type Row = [what: string, figure: string];

/** What a thousand comments cost by each door, in time of one core of this machine. */
export async function priceOfDoors(): Promise<Row[]> {
  const native = leastOf(() => scryptSync(password, salt, keyLength, { N: cost, r: blockSize, p: 1 }));
  const inBrowser = leastOf(() => scrypt(password, salt, { N: cost, r: blockSize, p: 1, dkLen: keyLength }));
  const onPhone = (inBrowser * phone.slower) / phone.cores;
  const { tries, ...taken } = await siegeByWork(comments);
  return [
    ['one try, native', `${native.toFixed(2)} ms`],
    ['one try, in JavaScript', `${inBrowser.toFixed(2)} ms; a phone, all cores: ${onPhone.toFixed(2)} ms`],
    ['least and dearest work, a phone', [0, 2].map((step) => secondsAt(step, onPhone)).join(', ')],
    ...(await worksOfServer()),
    [
      `${comments} comments by the network`,
      `${seconds(comments * network.seconds)} of CPU (it reads ${network.reads.join(' and ')} of 1000; ${network.rotated})`,
    ],
    [
      `${comments} comments by work`,
      `${seconds((tries * native) / 1000)} of CPU (${tries.toFixed(0)} tries; ${told(taken)})`,
    ],
    ['100 addresses in an hour, on', told(await siegeByPicture('on'))],
  ];
}

/** The quickest of many: what others do on the machine meanwhile is left out. */
function leastOf(run: () => unknown): number {
  return Math.min(...Array.from({ length: 20 }, () => timesOf(run, 10).middle));
}

function secondsAt(step: number, triesTake: number): string {
  return `${((priceAt(step).tries * triesTake) / 1000).toFixed(1)} s`;
}

/** What making and checking it costs the server; a signature says whether a key is right. */
async function worksOfServer(): Promise<Row[]> {
  const [secret, bought] = ['a secret of the bench, of 32 characters or more', { challenge: 'x', step: 0 }];
  const making: number[] = [];
  const checking: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const start = performance.now();
    const challenge = await newWork(secret, bought, await newKey(0, random, deriveAtOnce));
    making.push(performance.now() - start);
    const solution = await solveChallenge({ challenge, deriveKey });
    const begun = performance.now();
    const step = solution && (await stepOfWork(secret, 'x', { challenge, solution }));
    if (step !== 0) throw new Error('good work was refused');
    checking.push(performance.now() - begun);
  }
  const figure = (times: number[]) =>
    `${spreadOf(times).middle.toFixed(2)} ms, the longest ${spreadOf(times).largest.toFixed(2)}`;
  return [
    ['making a piece of work', figure(making)],
    ['checking a piece of work', figure(checking)],
  ];
}

function told({ queued, apart, refused }: Taken): string {
  return `${queued} queued, ${apart} apart, ${refused} refused`;
}

function seconds(time: number): string {
  return time < 120 ? `${time.toFixed(0)} s` : `${(time / 60).toFixed(0)} min`;
}
