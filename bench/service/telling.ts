import { serve } from '../server.ts';
import { site } from './articles.ts';
import type { Bench } from './bench.ts';
import { post } from './load.ts';
import { asOwner } from './owner-token.ts';
import { commentsPath, preparePosts, preparePostsFor } from './posts.ts';
import type { Row } from './report.ts';
import { failuresOf, inTurn, ratesText, ratioOf } from './rounds.ts';

const hooks = `/api/v1/sites/${site}/webhooks`;
const channels = 5;

/** Comments to a site with five channels that are told of each, against none. */
export async function* tellingRows(bench: Bench): AsyncGenerator<Row> {
  const receiver = await serve(['bench/service/bare-receiver.ts']);
  const owner = asOwner(bench.folder);
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
