import { plainComment, vouching } from '../../../support/identity.ts';
import { type Service, startService } from '../../../support/service.ts';

type Headers = Record<string, string>;

/** A site that publishes what its trusted readers send, a moderator of it, and a reader who sends. */
export async function open(settings = {}) {
  const service = await startService();
  const site = { moderation: 'publish-trusted', 'trusted-after': 2, captcha: 'off', pace: 'off' } as const;
  const { as } = await vouching(service, { ...site, ...settings });
  const lan = await service.addModerator('Lan');
  let sent = 0;
  const send = async (headers: Headers = as()) => {
    sent += 1;
    service.clock.now += 1000;
    const comment = plainComment({ body: `Ý kiến thứ ${sent} của tôi.` });
    return (await service.json('POST', '/api/v1/sites/demo/comments', comment, headers)).body;
  };
  const decide = async (action: string, ...ids: string[]) => {
    service.clock.now += 1000;
    const comments = await Promise.all(ids.map(async (id) => ({ id, version: await versionOf(id) })));
    return (await service.json('POST', '/api/v1/decisions', { action, comments }, lan)).body;
  };
  const versionOf = async (id: string) => (await read(service, lan, id)).version;
  /** Somebody whom the site trusts by now. */
  const earn = async (headers?: Headers) => {
    const first = [await send(headers ?? as()), await send(headers ?? as())];
    await decide('publish', ...first.map(({ id }) => id));
    return first;
  };
  const undo = (id: string) => service.json('DELETE', `/api/v1/decisions/${id}`, undefined, lan);
  const tab = async (query = '') =>
    (await service.json('GET', `/api/v1/queue?state=trusted${query}`, undefined, lan)).body;
  return { service, lan, as, send, decide, earn, undo, tab };
}

/** What the desk tells of a comment. */
export async function read(service: Service, who: Headers, id: string) {
  for (const state of ['pending', 'published', 'rejected', 'spam']) {
    const { body } = await service.json('GET', `/api/v1/queue?state=${state}&limit=100`, undefined, who);
    const found = body.comments.find((one: { id: string }) => one.id === id);
    if (found) return found;
  }
  throw new Error('not at the desk');
}
