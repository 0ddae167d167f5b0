import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Server, serve } from '../server.ts';
import { big, site, small } from './articles.ts';
import type { Bench } from './bench.ts';
import { type Load, read } from './load.ts';
import type { Row } from './report.ts';
import { failuresOf, inTurn, ratesText, ratioOf } from './rounds.ts';

const views = {
  whole: { path: listPath(small.key, '&limit=100'), headers: {} },
  usual: { path: listPath(small.key), headers: {} },
  packed: { path: listPath(small.key, '&limit=100'), headers: { 'accept-encoding': 'gzip' } },
  liked: { path: listPath(big.key, '&view=threads&sort=liked'), headers: {} },
  newest: { path: listPath(big.key, '&view=threads&sort=newest'), headers: {} },
  oldest: { path: listPath(big.key, '&view=threads&sort=oldest'), headers: {} },
} as const;

type View = keyof typeof views;

export function listPath(article: string, more = ''): string {
  return `/api/v1/sites/${site}/comments?article=${encodeURIComponent(article)}${more}`;
}

/** The list of an article, against bare Hono that sends the same bytes and headers. */
export async function* listRows(bench: Bench): AsyncGenerator<Row> {
  const bare = {
    whole: await startBare(bench, 'whole'),
    usual: await startBare(bench, 'usual'),
    packed: await startBare(bench, 'packed'),
    liked: await startBare(bench, 'liked'),
    newest: await startBare(bench, 'newest'),
    oldest: await startBare(bench, 'oldest'),
  };
  const loads = await measure(bench, bare);
  for (const server of Object.values(bare)) await server.stop();

  const reach = { least: 0.7 };
  const { whole, wholeBare, usual, usualBare, packed, packedBare, long } = loads;
  yield { ...compared('list of 200, limit 100, against bare Hono', whole, wholeBare), reach };
  yield { ...compared('list of 200, default page, against bare Hono', usual, usualBare), reach };
  yield compared('list of 200, limit 100, gzip, against bare Hono', packed, packedBare);
  const toLong = compared('list of 20,000, against the list of 200', long, whole);
  yield { ...toLong, unit: 'of ours', reach: { least: 0.9 } };
  for (const sort of ['liked', 'newest', 'oldest'] as const) {
    const row = compared(`20,000 in threads, ${sort}, against bare Hono`, loads[sort], loads[`${sort}Bare`]);
    yield { ...row, reach };
  }
}

async function measure(bench: Bench, bare: Readonly<Record<View, Server>>) {
  const { url } = bench.server;
  const seconds = bench.quick ? 1 : 2;
  const ours = (view: View) => () => read(url + views[view].path, seconds, views[view].headers);
  const theirs = (view: View) => () => read(bare[view].url, seconds, views[view].headers);
  const measures = {
    whole: ours('whole'),
    wholeBare: theirs('whole'),
    long: () => read(url + listPath(big.key, '&limit=100'), seconds),
    usual: ours('usual'),
    usualBare: theirs('usual'),
    packed: ours('packed'),
    packedBare: theirs('packed'),
    liked: ours('liked'),
    likedBare: theirs('liked'),
    newest: ours('newest'),
    newestBare: theirs('newest'),
    oldest: ours('oldest'),
    oldestBare: theirs('oldest'),
  };
  await inTurn(1, measures);
  return inTurn(bench.quick ? 3 : 5, measures);
}

function compared(what: string, ours: readonly Load[], theirs: readonly Load[]): Row {
  return {
    what,
    value: ratioOf(ours, theirs),
    unit: 'of theirs',
    failed: failuresOf(ours, theirs) > 0,
    note: ratesText(ours, theirs),
  };
}

/** Node says these itself. */
const ofConnection = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

async function startBare({ client, folder }: Bench, view: View): Promise<Server> {
  const { path, headers } = views[view];
  const answer = await client.get(path, headers);
  const sent = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name));
  const file = join(folder.scratch, `${view}.json`);
  writeFileSync(
    file,
    JSON.stringify({ headers: Object.fromEntries(sent), body: answer.body.toString('base64') }),
  );
  return serve(['bench/service/bare-answer.ts', file]);
}
