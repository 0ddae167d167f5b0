import { createHash } from 'node:crypto';
import { type Solution, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { issueChallenge } from '../../src/captcha/challenge.ts';
import { answerOf, newChallengeId } from '../../src/captcha/challenge-id.ts';
import { priceAt } from '../../src/captcha/price.ts';
import type { ChallengeAnswer } from '../../src/captcha/redeem.ts';
import { deriveAtOnce, newKey, newWork } from '../../src/captcha/work.ts';
import { recognizeSender, type Sender } from '../../src/comments/sender.ts';
import { submit } from '../../src/comments/submit.ts';
import { Problem } from '../../src/problem.ts';
import { ensureDemoSite } from '../../src/sites/demo.ts';
import type { Site } from '../../src/sites/site.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { oneByOne } from '../../src/world/together.ts';
import type { World } from '../../src/world/world.ts';
import { random } from './sample.ts';

const hourMs = 3_600_000;
const addresses = 100;
const articles = 40;

/** What came of comments that were sent. */
export interface Taken {
  queued: number;
  apart: number;
  refused: number;
}

/** A service of its own, whose clock is ours, with a new site that has the settings of one. */
async function openBesieged(captcha: Site['captcha']) {
  const clock = { now: Date.now() };
  const world: World = {
    database: openSqlite(':memory:'),
    now: () => clock.now,
    random,
    draw: () => ({ contentType: 'image/png', bytes: new Uint8Array(1), width: 1, height: 1 }),
    inTurn: async (_, work) => work(),
    together: oneByOne,
    speak: async () => new Uint8Array(),
    deriveKey: deriveAtOnce,
    secret: 'a secret of the bench, of 32 characters or more',
  };
  await ensureDemoSite(world, 'http://bench.example');
  const found = await findSite(world.database, 'demo');
  if (!found) throw new Error('no site to besiege');
  const site: Site = { ...found, captcha };
  const senders = await Promise.all(
    Array.from({ length: addresses }, (_, at) => recognizeSender(world, site, [`203.0.113.${at}`])),
  );
  return { clock, world, site, senders };
}

type Besieged = Awaited<ReturnType<typeof openBesieged>>;

/** Between two comments, so that the room which is not kept for others is never scarce. */
const unhurriedMs = 9000;

/**
 * How many keys the server has somebody derive who sends so many comments from a hundred addresses, as fast as the site
 * has room, and gets a second challenge in time while that is cheap.
 */
export async function siegeByWork(comments: number): Promise<Taken & { tries: number }> {
  const besieged = await openBesieged('auto');
  const taken = { queued: 0, apart: 0, refused: 0 };
  let tries = 0;
  for (const sender of besieged.senders) {
    let store: Stored[] = [];
    const buy = async () => {
      const bought = await buyWork(besieged, sender);
      tries += bought.tries;
      return bought;
    };
    for (let count = 0; count < comments / addresses; count += 1) {
      const [next = await buy(), ...rest] = store;
      store = next.isCheap && rest.length === 0 ? [await buy()] : rest;
      taken[await sendOne(besieged, sender, next.answer)] += 1;
      besieged.clock.now += unhurriedMs;
    }
  }
  return { ...taken, tries };
}

interface Stored {
  answer: ChallengeAnswer;
  tries: number;
  isCheap: boolean;
}

/** The keys are not searched for: the bench knows the secret, and what the price says is what it takes in the middle. */
async function buyWork({ world, site }: Besieged, { id: sender }: Sender): Promise<Stored> {
  const { id, work } = await issueChallenge(world, site, sender);
  const step = Number(work?.puzzle.parameters.data?.step);
  const { tries } = priceAt(step);
  const challenge = await newWork(
    world.secret,
    { challenge: id, step },
    await newKey(0, random, deriveAtOnce),
  );
  const proofOfWork = { challenge, solution: await solve(challenge) };
  return {
    answer: { id, answer: answerOf(world, id), proofOfWork },
    tries: tries + 1 / 2,
    isCheap: step < 2,
  };
}

async function solve(challenge: Parameters<typeof solveChallenge>[0]['challenge']): Promise<Solution> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('a puzzle has no key');
  return solution;
}

/** What becomes in an hour of as many comments as a hundred addresses can send who read every picture. */
export async function siegeByPicture(captcha: Site['captcha']): Promise<Taken> {
  const besieged = await openBesieged(captcha);
  const taken = { queued: 0, apart: 0, refused: 0 };
  const rounds = 30;
  for (let round = 0; round < rounds; round += 1) {
    for (const sender of besieged.senders) {
      const { id } = newChallengeId(besieged.world, besieged.site.id);
      taken[await sendOne(besieged, sender, { id, answer: answerOf(besieged.world, id) })] += 1;
    }
    besieged.clock.now += hourMs / rounds;
  }
  return taken;
}

async function isApart({ database }: World, id: string): Promise<boolean> {
  const query = build.selectFrom('comments').select('apart').where('id', '=', id).compile();
  return (await database.query(query))[0]?.apart === 1;
}

let sent = 0;

async function sendOne(
  { world, site }: Besieged,
  sender: Sender,
  challenge: ChallengeAnswer,
): Promise<keyof Taken> {
  sent += 1;
  const word = createHash('sha256').update(`${sent}`).digest('hex').slice(0, 12);
  const article = { key: `/bai-${sent % articles}` };
  const comment = { article, author: 'Hoa', body: `Tin ${word} về chuyện số ${sent}`, challenge };
  try {
    const { id } = await submit(world, { site, sender, comment });
    return (await isApart(world, id)) ? 'apart' : 'queued';
  } catch (error) {
    if (error instanceof Problem) return 'refused';
    throw error;
  }
}
