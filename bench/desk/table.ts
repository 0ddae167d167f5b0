import { type Client, connect } from '../client.ts';
import { wrongCounters } from '../seed/verify.ts';
import { weigh } from '../weight.ts';
import { chooseMany, decideMany, decideSingly, newestPending, race, undo } from './deciding.ts';
import { type Folder, prepareFolder } from './folder.ts';
import { type Options, readOptions } from './options.ts';
import { composeLanes, extraLines, timeMeanwhile, timeUsual } from './others.ts';
import { type Line, printHead, printLine } from './report.ts';
import { type Server, startServer } from './server.ts';
import { composeViews, type View } from './views.ts';

const manyAtOnce = 10_000;
/** What is far too slow needs no more requests to show it. */
const patienceMs = 15_000;

/** Prints how fast the desk is at a newspaper's size, beside how fast it should be. */
async function printTable(options: Options): Promise<void> {
  const folder = prepareFolder(options.data, options.comments);
  const server = await startServer(folder.path);
  const [one, other] = [connectAs(server, folder.tokens[0]), connectAs(server, folder.tokens[1])];
  try {
    printSize(folder);
    printHead();
    const kept = [
      ...(await viewLines(one, server, folder, options)),
      ...(options.only === undefined ? await decisionLines([one, other], server, folder, options) : []),
      await printed(server, () => tableLine(one)),
      await weightLine(one),
    ];
    const wrong = wrongCounters(folder.database);
    console.log(wrong.length === 0 ? 'counters: exact' : `counters WRONG: ${wrong.join(', ')}`);
    process.exitCode = kept.every(Boolean) && wrong.length === 0 ? 0 : 1;
  } finally {
    one.close();
    other.close();
    await server.stop();
    folder.remove();
  }
}

function connectAs({ url }: Server, token: string): Client {
  return connect(url, { authorization: `Bearer ${token}` });
}

function printSize({ database }: Folder): void {
  const states = database
    .prepare('select state, sum(count) as count from state_counts group by state')
    .raw()
    .all() as [string, number][];
  console.log(states.map(([state, count]) => `${state} ${count}`).join(', '));
  console.log('milliseconds over HTTP on one connection; gap: the longest that the event loop stood still\n');
}

async function viewLines(
  client: Client,
  server: Server,
  { database }: Folder,
  { requests, only = '' }: Options,
): Promise<boolean[]> {
  const kept = [];
  const views = composeViews(database);
  const addresses = [
    ...views.map((view) => ({ what: `page: ${view.what}`, path: `/moderation?${queryOf(view)}` })),
    ...views.map((view) => ({ what: `JSON: ${view.what}`, path: `/api/v1/queue?${queryOf(view)}` })),
    { what: 'live poll', path: pollOf(database) },
    ...[7, 30, 90].map((days) => ({
      what: `statistics, ${days} days`,
      path: `/moderation/statistics?days=${days}`,
    })),
    { what: 'decision log', path: '/moderation/log' },
  ];
  for (const { what, path } of addresses.filter((address) => address.what.includes(only))) {
    const most = what.startsWith('statistics') ? 200 : 20;
    kept.push(
      await printed(server, async () => ({ what, most, ...(await timesOf(client, path, requests)) })),
    );
  }
  return kept;
}

function queryOf({ query }: View): URLSearchParams {
  return new URLSearchParams(query);
}

function pollOf(database: Folder['database']): string {
  const ids = newestPending(database, 50).map(({ id }) => id);
  const since = new Date(Date.now() - 10 * 60_000).toISOString();
  return `/api/v1/queue/changes?${new URLSearchParams({ since, ids: ids.join(',') })}`;
}

async function timesOf(client: Client, path: string, requests: number) {
  const times = [];
  const statuses = new Set<number>();
  const started = performance.now();
  for (let count = 0; count < requests && performance.now() - started < patienceMs; count++) {
    const { status, ms } = await client.get(path);
    statuses.add(status);
    times.push(ms);
  }
  const cut = times.length < requests ? `only ${times.length} requests` : '';
  const note = [...statuses].join() === '200' ? cut : `ANSWERED BY ${[...statuses]}`;
  return { times, note };
}

async function decisionLines(
  clients: readonly [Client, Client],
  server: Server,
  { database }: Folder,
  { requests, races }: Options,
): Promise<boolean[]> {
  const [client, other] = clients;
  const singly = await printed(server, async () => ({
    what: 'decide one',
    times: await decideSingly(client, newestPending(database, requests)),
    most: 10,
  }));
  const lanes = composeLanes(other, database);
  const chosen = chooseMany(database, manyAtOnce);
  const usual = await timeUsual(lanes);
  const seconds = async (ms: number) => ({
    figure: { value: ms / 1000, unit: 's' },
    gap: await server.longestGap(),
  });
  await server.longestGap();
  const [whileTaken, many] = await timeMeanwhile(lanes, () => decideMany(client, chosen));
  const taken = { what: `decide ${chosen.expected} by filter`, ...(await seconds(many.ms)) };
  const [whileUndone, undoneMs] = await timeMeanwhile(lanes, () => undo(client, many.id));
  const undone = { what: `undo ${chosen.expected}`, ...(await seconds(undoneMs)) };
  return [
    singly,
    printLine({ ...taken, note: `${many.bytes} bytes` }),
    ...extraLines('deciding', usual, whileTaken).map(printLine),
    printLine(undone),
    ...extraLines('undoing', usual, whileUndone).map(printLine),
    await printed(server, () => race(clients, newestPending(database, races))),
  ];
}

async function tableLine(client: Client): Promise<Line> {
  const { ms, body } = await client.get('/moderation/decisions.csv');
  return {
    what: 'decision log as a table',
    figure: { value: ms / 1000, unit: 's' },
    note: `${body.length} bytes`,
  };
}

async function weightLine(client: Client): Promise<boolean> {
  const { files, sent, packed } = await weigh(client, '/moderation');
  const note = `${files} files; ${(sent / 1000).toFixed(1)} kB as our server sends them`;
  const figure = { value: packed / 1000, unit: 'kB' };
  return printLine({ what: 'first view with all assets, gzip', figure, most: 45, note });
}

async function printed(server: Server, measure: () => Promise<Line>): Promise<boolean> {
  await server.longestGap();
  const line = await measure();
  return printLine({ ...line, gap: await server.longestGap() });
}

await printTable(readOptions());
