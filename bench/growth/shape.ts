// How each thing grows with the database: `npm run bench:shape`.
import SQLite from 'better-sqlite3';
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { readArguments } from '../arguments.ts';
import { small } from '../service/articles.ts';
import { countComments, type Origin } from '../service/folder.ts';
import { listPath } from '../service/lists.ts';
import { post, read } from '../service/load.ts';
import { lookAtMachine, machineText } from '../service/machine.ts';
import { memoryOf } from '../service/memory.ts';
import { commentsPath, preparePosts } from '../service/posts.ts';
import { median } from '../service/rounds.ts';
import { openPlace, type Place, sizesOf } from './place.ts';

const usage = 'npm run bench:shape -- [--sizes N,N,… | --databases FOLDER,FOLDER,…] [--rounds N]';
const posts = 400;
const asked = 25;
const seconds = 1;

/** What is measured at each size; of several rounds the middle is told. */
type Measure = (place: Place) => Promise<number>;

const measures: Readonly<Record<string, Measure>> = {
  'comments taken a second, 32 connections, synced': async (place) => (await sendComments(place)).perSecond,
  'the same, p99, ms': async (place) => (await sendComments(place)).p99,
  'queue page, newest first, ms': ({ moderator }) => timeOf(moderator, () => '/moderation?sort=newest'),
  'queue page, highest risk first, ms': ({ moderator }) => timeOf(moderator, () => '/moderation?sort=risk'),
  'queue page, two words, ms': ({ moderator }) =>
    timeOf(moderator, () => `/moderation?q=${encodeURIComponent('giá xăng')}`),
  'queue page, appeals, ms': ({ moderator }) => timeOf(moderator, () => '/moderation?state=appeals'),
  'page of a sender, ms': (place) => timeOfEach(place, place.moderator, senders),
  'answers to one comment, ms': (place) => timeOfEach(place, place.client, answered),
  'list of 200, ready, a second': async ({ server }) =>
    (await read(server.url + listPath(small.key), seconds)).perSecond,
  'list of 200, made anew, ms': ({ client }) =>
    timeOf(client, (turn) => listPath(small.key, `&limit=${50 + turn}`)),
};

const senders = `select '/moderation/senders/' || sender || '?site=' || site_id from comments
  where sender <> '' and rowid % 97 = 0 limit ${asked}`;
const answered = `select '/api/v1/sites/' || site_id || '/comments/' || parent_id || '/replies' from comments
  where state = 'published'
    and exists (select 1 from comments as above where above.id = comments.parent_id and above.state = 'published')
  limit ${asked}`;

const sizes: Readonly<Record<string, (place: Place) => number>> = {
  'start, s': ({ server }) => server.readyMs / 1000,
  'bytes a comment on the disk': (place) => (sizesOf(place).file * 1e6) / countComments(place.folder),
  'memory in the end, MB': ({ server }) => memoryOf(server.pid).now,
};

async function printShape(): Promise<void> {
  const { values, numberOf } = readArguments(usage, {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    databases: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  });
  const rounds = numberOf('rounds', 1, 100);
  console.log(machineText(lookAtMachine()));
  const places: Place[] = [];
  try {
    for (const origin of originsOf(values)) places.push(await openPlace(origin));
    printLine(
      '',
      places.map(({ folder }) => countComments(folder)),
      '',
    );
    for (const [what, measure] of Object.entries(measures)) {
      printFigures(what, await middleOf(rounds, places, measure));
    }
    for (const [what, size] of Object.entries(sizes)) printFigures(what, places.map(size));
  } finally {
    for (const place of places) await place.close();
  }
}

/** Folders that were seeded already, the smallest first, or so many comments each. */
function originsOf({ databases, sizes }: { databases?: string | undefined; sizes: string }): Origin[] {
  if (databases) return databases.split(',').map((database) => ({ database, comments: 0 }));
  return sizes.split(',').map((size) => ({ database: undefined, comments: Number(size) }));
}

/** Of each place; they take turns, since a shared machine is faster at one time than at another. */
async function middleOf(rounds: number, places: readonly Place[], measure: Measure): Promise<number[]> {
  const found = places.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, place] of places.entries()) found[at]?.push(await measure(place));
  }
  return found.map(median);
}

async function sendComments(place: Place) {
  const load = await post(place.server.url + commentsPath, await preparePosts(place, posts));
  if (load.failed > 0) throw new Error(`${load.failed} comments were not taken`);
  return load;
}

/** The middle of several answers, each of an address of its turn. */
async function timeOf(client: Place['client'], pathOf: (turn: number) => string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < asked; turn += 1) {
    const { status, ms } = await client.get(pathOf(turn));
    if (status !== 200) throw new Error(`${pathOf(turn)} was answered by ${status}`);
    times.push(ms);
  }
  return median(times);
}

/** The same of addresses that its database gives. */
function timeOfEach({ folder }: Place, client: Place['client'], paths: string): Promise<number> {
  const database = new SQLite(databaseFile(folder.path), { readonly: true });
  const found = database.prepare<[], string>(paths).pluck().all();
  database.close();
  return timeOf(client, (turn) => found[turn % found.length] ?? '');
}

function printFigures(what: string, figures: readonly number[]): void {
  const [first = Number.NaN, last = Number.NaN] = [figures[0], figures.at(-1)];
  printLine(what, figures, `× ${(last / first).toFixed(2)}`);
}

function printLine(what: string, figures: readonly number[], note: string): void {
  const cells = figures.map((figure) => figure.toFixed(figure < 100 ? 2 : 0).padStart(12));
  console.log(`${what.padEnd(50)}${cells.join('')}   ${note}`);
}

await printShape();
