import { beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/language/language.ts';
import { readHelp } from '../../../src/service/files.ts';
import { helpTopics } from '../../../src/web/help/topics.ts';
import { addAccount, sessionOf } from '../../support/accounts.ts';
import { type Service, startService } from '../../support/service.ts';

let service: Service;
let headers: { cookie: string };
/** What addresses of the desk's pages name, by the path's pattern. */
let named: Record<string, string>;

/** No pages of the desk: what leads elsewhere, is downloaded, or is a part of a page. */
const noPages = /\/(session|setup)\/|\.(atom|csv|jsonl)$|\/(panes|identity|decisions|acts|at)$|\*/;

beforeAll(async () => {
  service = await startService({ help: readHelp });
  await addAccount(service, 'Lan', 'owner');
  headers = await sessionOf(service);
  await service.setSite({ captcha: 'off', pace: 'off' });
  await service.send({ challenge: undefined });
  const { body } = await service.json('GET', '/api/v1/queue', undefined, headers);
  const comment = body.comments[0].id;
  const page = await textOf(`/moderation/comments/${comment}`);
  const channels = '/moderation/sites/demo/channels';
  await service.form(channels, { kind: 'webhook', url: 'http://127.0.0.1:9/' }, headers);
  named = { comment, page: String(page.length), channels };
});

async function textOf(path: string): Promise<string> {
  return (await service.request(path, { headers })).text();
}

test('dump', async () => {
  console.log(service.app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/moderation') && !noPages.test(path)).map(({ path }) => path));
  const page = await textOf(`/moderation/comments/${named.comment}`);
  console.log(page.match(/href="\/moderation\/senders[^"]*"/g), page.match(/<a class="help"[^>]*>/g));
  console.log((await textOf('/moderation/sites/demo/channels')).match(/(href|action)="\/moderation\/sites\/[^"]*"/g));
  console.log((await textOf('/moderation/articles')).match(/(href|action)="\/moderation\/articles[^"]*"/g));
  console.log((await textOf('/moderation/help')).slice(0, 3000));
});
