import type SQLite from 'better-sqlite3';
import type { Answer, Client } from '../client.ts';
import { newestPending } from './deciding.ts';
import type { Line } from './report.ts';

const pauseMs = 10;
const usualMs = 3000;
const mostExtra = 50;

type Times = Map<string, number[]>;

interface Lane {
  what: string;
  expected: number;
  ask: () => Promise<Answer>;
}

/** What readers and another moderator do, who have nothing to do with a long decision. */
export function composeLanes(client: Client, database: SQLite.Database): Lane[] {
  const [article = ''] = database
    .prepare<[], string>('select key from articles order by abs(published_count - 100) limit 1')
    .pluck()
    .all();
  const waiting = newestPending(database, 4000);
  let sent = 0;
  return [
    {
      what: 'a reader’s list',
      expected: 200,
      ask: () => client.get(`/api/v1/sites/demo/comments?article=${encodeURIComponent(article)}`),
    },
    {
      what: 'a comment sent',
      expected: 202,
      ask: () => client.send('POST', '/api/v1/sites/demo/comments', newComment(sent++)),
    },
    {
      what: 'another’s decision',
      expected: 201,
      ask: () => client.send('POST', '/api/v1/decisions', { action: 'publish', comments: [waiting.pop()] }),
    },
  ];
}

function newComment(count: number) {
  const body = `Ý kiến thứ ${count} của bạn đọc lúc ${Date.now().toString(36)}: ${(count * 7919).toString(36)}`;
  return { article: { key: '/bench/meanwhile' }, author: 'Hòa', body };
}

/** How long each lane waits where nothing else is going on. */
export async function timeUsual(lanes: readonly Lane[]): Promise<Times> {
  const [times] = await timeMeanwhile(lanes, () => new Promise((resolve) => setTimeout(resolve, usualMs)));
  return times;
}

/** How long each lane waits while that goes on. */
export async function timeMeanwhile<Result>(
  lanes: readonly Lane[],
  work: () => Promise<Result>,
): Promise<[Times, Result]> {
  const times: Times = new Map(lanes.map(({ what }) => [what, []]));
  let going = true;
  const run = async ({ what, expected, ask }: Lane) => {
    while (going) {
      const { status, ms, body } = await ask();
      if (status !== expected) throw new Error(`${what} was answered by ${status}: ${body}`);
      times.get(what)?.push(ms);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const running = Promise.all(lanes.map(run));
  const result = await work();
  going = false;
  await running;
  return [times, result];
}

/** The longest that somebody waited beyond what is usual. */
export function extraLines(name: string, usual: Times, meanwhile: Times): Line[] {
  return [...meanwhile].map(([what, times]) => {
    const usually = median(usual.get(what) ?? []);
    return {
      what: `${name}: ${what} waits longer by`,
      figure: { value: Math.max(...times) - usually, unit: 'ms' },
      most: mostExtra,
      note: `usually ${usually.toFixed(1)}, meanwhile ${median(times).toFixed(1)}, ${times.length} times`,
    };
  });
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
