import { Buffer } from 'node:buffer';
import { type Answer, mostAnswered } from '../../notices/channels/posting.ts';
import type { Site } from '../../sites/site.ts';
import { tellFailing } from '../../world/failing.ts';
import { counter } from '../../world/metrics.ts';
import type { World } from '../../world/world.ts';
import type { Said } from './answer.ts';
import type { Asked } from './asked.ts';
import { type Failure, failureName } from './failure.ts';
import type { Judges } from './judges.ts';
import { type Keys, openKeys } from './keys.ts';
import { NoTurn } from './line.ts';
import { protocols } from './protocols.ts';

export type Answered = { said: Said; ms: number } | { failure: Failure; ms: number | null };

const count = counter('binh_luan_judge_total', 'What judges outside answered, or why they did not.', {
  readers: 'anyone',
  labels: ['outcome'],
  known: [{ outcome: 'pass' }, { outcome: 'hold' }],
});

type AskingWorld = Pick<World, 'database' | 'secret' | 'now' | 'judges'>;

/** What a site's judge says, or why it says nothing. One that keeps failing is asked now and then only, but `anyway`. */
export async function askJudge(
  world: AskingWorld,
  site: Site,
  asked: Asked,
  { anyway = false } = {},
): Promise<Answered> {
  const answered = await ask(world, site, asked, anyway);
  count({ outcome: 'failure' in answered ? failureName(answered.failure) : verdictOf(answered.said) });
  return answered;
}

function verdictOf({ holds }: Said): 'pass' | 'hold' {
  return holds ? 'hold' : 'pass';
}

async function ask(world: AskingWorld, site: Site, asked: Asked, anyway: boolean): Promise<Answered> {
  const { judges } = world;
  if (!judges) return { failure: 'unreachable', ms: null };
  const keys = await openKeys(world, site);
  if (!keys) return { failure: 'key', ms: null };
  const rests = anyway ? undefined : judges.circuit.restsFrom(site, world.now());
  if (rests) return { failure: rests, ms: null };
  const began = world.now();
  const answered = await answerOf(judges, site, { asked, keys, now: began });
  const ms = Math.max(0, world.now() - began);
  if (answered instanceof NoTurn) return { failure: 'slow', ms };
  if ('failure' in answered) noteFailure(judges, site, answered.failure, began);
  else noteAnswer(judges, site);
  return { ...answered, ms };
}

function noteFailure({ circuit, log }: Judges, site: Site, failure: Failure, askedAt: number): void {
  if (!circuit.noteFailure(site, failure, askedAt)) return;
  tellFailing('judge', true);
  log('warn', 'a judge outside keeps failing', { site: site.id, failure });
}

function noteAnswer({ circuit, log }: Judges, site: Site): void {
  if (!circuit.noteAnswer(site)) return;
  tellFailing('judge', circuit.isAnyFailing());
  log('info', 'a judge outside answers again', { site: site.id });
}

type Outcome = { said: Said } | { failure: Failure } | NoTurn;

async function answerOf(
  { post, withinMs }: Judges,
  site: Site,
  { asked, keys, now }: { asked: Asked; keys: Keys; now: number },
): Promise<Outcome> {
  const { ask, read } = protocols[site['judge-kind']];
  try {
    return readAs(read, await post({ ...ask(site, asked, keys, now), withinMs }));
  } catch (error) {
    if (error instanceof NoTurn) return error;
    return { failure: isTimeout(error) ? 'slow' : 'unreachable' };
  }
}

function readAs(read: (text: string) => Said, { status, body }: Answer): Outcome {
  if (status < 200 || status > 299) return { failure: { status } };
  if (Buffer.byteLength(body) >= mostAnswered) return { failure: 'large' };
  try {
    return { said: read(body) };
  } catch {
    return { failure: 'shape' };
  }
}

/** As either runtime calls it. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
}
