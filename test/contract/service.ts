import { Answers } from './answers.ts';
import { cookieOf, createClient, locationOf, type Sent } from './client.ts';
import { readForm } from './page.ts';

/** A service that was just started on nothing, and how to end it. */
export interface Started {
  url: string;
  /** The one-time link of the first owner. */
  setupLink: string;
  stop: () => Promise<void>;
}

export type Service = Awaited<ReturnType<typeof openService>>;

export const password = 'mật khẩu đủ dài';

/** The started service in the hands of its first owner, who signed up by the link. */
export async function openService({ url, setupLink }: Started) {
  const answers = new Answers();
  const client = createClient(url, answers);
  const setupPath = new URL(setupLink).pathname;
  const owner = cookieOf(await client.form(setupPath, { name: 'Chủ', password }));
  let usual: Sent | undefined;
  let sites = 0;
  let comments = 0;

  return {
    ...client,
    answers,
    owner,
    setupPath,

    /** A site of its own for a test, by the owner's pages; returns its id. */
    async newSite(settings: Sent = {}): Promise<string> {
      sites += 1;
      const id = `bao-${sites}`;
      const path = `/moderation/sites/${id}`;
      await client.form('/moderation/sites', { id, name: `Báo ${sites}`, origins: '' }, owner);
      usual ??= readForm((await client.page(path, owner)).text, path).fields;
      const saved = await client.form(path, { ...usual, name: `Báo ${sites}`, ...settings }, owner);
      if (locationOf(saved) !== `${path}?done=saved`) throw new Error(`not saved: ${saved.text}`);
      return id;
    },

    /** A site whose readers write freely: what no rule objects to is published at once. */
    openSite(settings: Sent = {}): Promise<string> {
      return this.newSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean', ...settings });
    },

    /** A site where every comment waits, without captcha. */
    heldSite(settings: Sent = {}): Promise<string> {
      return this.newSite({ captcha: 'off', pace: 'off', ...settings });
    },

    /** Sends a comment; what is given replaces the usual, whose words are never the same. */
    send(site: string, given: object = {}, headers: Sent = {}) {
      comments += 1;
      const body = `Ý kiến thứ ${comments}, xin cảm ơn.`;
      const usual = { article: { key: '/bai' }, author: 'Nguyễn Thị Hòa', body };
      return client.json('POST', `/api/v1/sites/${site}/comments`, { ...usual, ...given }, headers);
    },

    /** Sends so many; their ids, in order. */
    async sendMany(site: string, count: number, given: object = {}): Promise<string[]> {
      const ids: string[] = [];
      while (ids.length < count) ids.push((await this.send(site, given)).body.id);
      return ids;
    },

    thread: (site: string, query = '', headers: Sent = {}) =>
      client.json('GET', `/api/v1/sites/${site}/comments?article=/bai${query}`, undefined, headers),

    queue: (query: string, who: Sent = owner) => client.json('GET', `/api/v1/queue?${query}`, undefined, who),

    decide: (request: object, who: Sent = owner) => client.json('POST', '/api/v1/decisions', request, who),

    /** Decides comments that nobody has decided before. */
    decideNew(action: string, ids: readonly string[], more: object = {}, who: Sent = owner) {
      return this.decide({ action, comments: ids.map((id) => ({ id, version: 1 })), ...more }, who);
    },

    /** A moderator of some sites, by a one-time link; signed in. */
    async newModerator(name: string, reach: readonly string[]) {
      const fields = new URLSearchParams({ name, role: 'moderator' });
      for (const site of reach) fields.append('site', site);
      const page = await client.form('/moderation/moderators', fields, owner);
      const link = /http\S+(\/moderation\/setup\/[\w.]+)/.exec(page.text)?.[1] ?? '';
      await client.form(link, { password });
      const signedIn = await client.json('POST', '/api/v1/session', { name, password });
      return { ...cookieOf(signedIn), link };
    },
  };
}
