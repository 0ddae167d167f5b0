import { randomBytes } from 'node:crypto';
import SQLite from 'better-sqlite3';
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { digest } from '../../src/world/hash.ts';
import { serve } from '../server.ts';
import { site } from './articles.ts';
import type { Bench } from './bench.ts';
import { post } from './load.ts';
import { commentsPath, preparePosts, preparePostsFor } from './posts.ts';
import type { Row } from './report.ts';
import { failuresOf, inTurn, ratesText, ratioOf } from './rounds.ts';

const hooks = `/api/v1/sites/${site}/webhooks`;
const channels = 5;

/** Comments to a site with five channels that are told of each, against none. */
export async function* tellingRows(bench: Bench): AsyncGenerator<Row> {
  const receiver = await serve(['bench/service/bare-receiver.ts']);
  const owner = { authorization: `Bearer ${ownerToken(bench)}` };
  const ask = async (method: string, path: string, body?: unknown) =>
    JSON.parse((await bench.client.send(method, path, body, owner)).body.toString() || 'null');
  const count = (await preparePostsFor(bench, bench.quick ? 1 : 2)).length;
  const sendAll = async () => post(bench.server.url + commentsPath, await preparePosts(bench, count));
  const told = async () => {
    const added = [];
    for (let at = 0; at < channels; at += 1) {
      const asked = { url: `${receiver.url}/${at}`, events: ['comment.held', 'comment.published'] };
      added.push(await ask('POST', hooks, asked));
    }
    const load = await sendAll();
    for (const { id } of added) await ask('DELETE', `${hooks}/${id}`);
    return load;
  };
  await inTurn(1, { told, quiet: sendAll });
  const { told: loud, quiet } = await inTurn(bench.quick ? 3 : 5, { told, quiet: sendAll });
  await receiver.stop();
  yield {
    what: `posting with ${channels} channels on the site, against none`,
    value: ratioOf(loud, quiet),
    unit: 'of theirs',
    reach: { least: 0.9 },
    failed: failuresOf(loud, quiet) > 0,
    note: ratesText(loud, quiet),
  };
}

function ownerToken({ folder }: Bench): string {
  const secret = randomBytes(24).toString('hex');
  const database = new SQLite(databaseFile(folder.path));
  database.pragma('busy_timeout = 10000');
  database
    .prepare(
      `insert into credentials (hash, moderator_id, kind, created_at)
         select ?, id, 'token', ? from moderators where role = 'owner' limit 1`,
    )
    .run(digest(secret), Date.now());
  database.close();
  return secret;
}
