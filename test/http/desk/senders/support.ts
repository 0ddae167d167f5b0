import { type Service, startService } from '../../../support/service.ts';

export type Headers = Record<string, string>;

export const peer = { 'x-test-peer': '203.0.113.9' };
export const dayMs = 86_400_000;

/** A site that publishes clean comments at once, a moderator of it, and a comment that was sent. */
export async function open(from: Headers = peer) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  let sent = 0;
  const send = async (headers: Headers = from) => {
    sent += 1;
    const comment = { body: `Ý kiến thứ ${sent} của tôi.`, challenge: undefined };
    return (await service.send(comment, { headers })).body;
  };
  const { id, receipt } = await send();
  return { service, lan, send, id, receipt };
}

/** What the desk tells of a comment. */
export async function card(service: Service, who: Headers, id: string) {
  for (const state of ['pending', 'published']) {
    const { comments } = (await service.json('GET', `/api/v1/queue?state=${state}`, undefined, who)).body;
    const found = comments.find((one: { id: string }) => one.id === id);
    if (found) return found;
  }
  throw new Error('not at the desk');
}

export async function nameOf(service: Service, who: Headers, id: string): Promise<string> {
  return (await card(service, who, id)).sender.id;
}

export const hold = (service: Service, who: Headers, name: string, body: object = {}) =>
  service.json('PUT', `/api/v1/senders/${name}/hold?site=demo`, body, who);
export const release = (service: Service, who: Headers, name: string) =>
  service.json('DELETE', `/api/v1/senders/${name}/hold?site=demo`, undefined, who);
export const note = (service: Service, who: Headers, name: string, text: string) =>
  service.json('POST', `/api/v1/senders/${name}/notes?site=demo`, { text }, who);
export const undo = (service: Service, who: Headers, act: string) =>
  service.json('DELETE', `/api/v1/acts/${act}`, undefined, who);

/** The acts of a site, the first first. */
export async function actsOf(service: Service, who: Headers) {
  const { acts } = (await service.json('GET', '/api/v1/acts', undefined, who)).body;
  const isOther = ({ kind }: { kind: string }) => /^(publish|reject|spam|restore|account-|token-)/.test(kind);
  return acts
    .filter((one: { kind: string }) => !isOther(one))
    .map(({ kind, details }: { kind: string; details: object }) => ({ kind, ...details }))
    .reverse();
}

export async function page(service: Service, who: Headers, path: string): Promise<string> {
  const answer = await service.request(path, { headers: who });
  return (await answer.text()).replace(/\s+/g, ' ');
}
