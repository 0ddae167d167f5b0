import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { openDatabase } from '#database';
import { writeNumbers } from '#numbers';
import { createApp } from '../../src/app.ts';
import { speakBy } from '../../src/captcha/audio.ts';
import { readClip } from '../../src/captcha/clips.ts';
import { deriveAtOnce } from '../../src/captcha/work.ts';
import type { Deps } from '../../src/http/deps.ts';
import type { Role } from '../../src/moderators/moderator.ts';
import { createToken } from '../../src/moderators/token.ts';
import { ensureDemoSite } from '../../src/sites/demo.ts';
import { type SiteSettings, siteSettings } from '../../src/sites/site.ts';
import type { Database } from '../../src/store/database.ts';
import { addModerator } from '../../src/store/moderators/moderators.ts';
import { setSite } from '../../src/store/site-settings.ts';
import { addSite } from '../../src/store/sites.ts';
import { randomToken } from '../../src/world/random.ts';
import { oneByOne } from '../../src/world/together.ts';
import { actAt } from './acts.ts';

export const publicUrl = 'http://comments.test';
export const start = Date.UTC(2026, 1, 8, 7, 30);

export type Service = Awaited<ReturnType<typeof startService>>;

interface Given {
  publicUrl?: string;
  trustedProxies?: string[];
  database?: Database;
  secret?: string;
  metrics?: Deps['metrics'];
  help?: Deps['help'];
}

/** The whole service as a function, on a database of its own, with a clock that stands until it is moved. */
export async function startService(given: Given = {}) {
  const clock = { now: start };
  const logged: string[] = [];
  const deps: Deps = {
    database: given.database ?? (await openDatabase()),
    secret: given.secret ?? 'a secret for tests, of 32 characters or more',
    publicUrl: given.publicUrl ?? publicUrl,
    now: () => clock.now,
    random: randomBytes,
    draw: (text) => ({ contentType: 'text/plain', bytes: Buffer.from(text), width: 220, height: 70 }),
    speak: speakBy(readClip),
    deriveKey: deriveAtOnce,
    inTurn: async (_, work) => work(),
    together: oneByOne,
    trustedProxies: given.trustedProxies ?? [],
    peerAddress: (context) => context.req.header('x-test-peer') ?? '192.0.2.1',
    asset: async (context) => context.notFound(),
    help: given.help ?? (async () => undefined),
    reach: { loopback: true },
    settled: async () => undefined,
    metrics: { ...(writeNumbers && { write: writeNumbers }), ...given.metrics },
    log: (level, event, fields) => void logged.push(JSON.stringify({ level, event, ...fields })),
  };
  await ensureDemoSite(deps, deps.publicUrl);
  const app = createApp(deps);

  const request = (path: string, init?: RequestInit) => Promise.resolve(app.request(path, init));

  return {
    app,
    deps,
    clock,
    logged,
    request,

    /** One request with a JSON body; its answer, with the body read. */
    async json(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const json = body === undefined ? {} : { body: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await request(path, { method, headers: { ...type, ...headers }, ...json });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null };
    },

    /** One form as a browser sends it. */
    form(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      return request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
        body: new URLSearchParams(fields).toString(),
      });
    },

    async addSite(id: string, settings: Partial<SiteSettings> = {}) {
      await addSite(
        deps.database,
        { id, ...siteSettings.parse({ name: id, captcha: 'on', ...settings }) },
        actAt(clock.now),
      );
    },

    async setSite(settings: Partial<SiteSettings>, id = 'demo') {
      await setSite(deps.database, id, settings, actAt(clock.now));
    },

    /** A challenge and its answer, which the drawing of tests does not hide. */
    async solveChallenge(site = 'demo'): Promise<{ id: string; answer: string }> {
      const { body } = await this.json('POST', `/api/v1/sites/${site}/challenges`);
      return { id: body.id, answer: Buffer.from(body.image.data, 'base64').toString() };
    },

    /** Sends a comment with a solved challenge; what is given replaces the usual. */
    async send(comment: Record<string, unknown> = {}, { site = 'demo', headers = {} } = {}) {
      const usual = {
        article: { key: '/bai-viet' },
        author: 'Nguyễn Thị Hòa',
        body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.',
        challenge: 'challenge' in comment ? undefined : await this.solveChallenge(site),
      };
      return this.json('POST', `/api/v1/sites/${site}/comments`, { ...usual, ...comment }, headers);
    },

    /** A moderator with a token: the headers that speak for them. Their password opens nothing. */
    async addModerator(name = 'Lan', { role = 'moderator' as Role, sites = [] as string[] } = {}) {
      const id = randomToken(randomBytes);
      await addModerator(
        deps.database,
        {
          id,
          name,
          password: 'scrypt$2$1$1$AA==$AA==',
          role,
          sites,
          createdAt: start,
        },
        actAt(start),
      );
      return { authorization: `Bearer ${await createToken(deps, id)}` };
    },

    /** The published comments' texts, as anyone reads them. */
    async published(key = '/bai-viet', site = 'demo'): Promise<string[]> {
      const { body } = await this.json(
        'GET',
        `/api/v1/sites/${site}/comments?article=${encodeURIComponent(key)}`,
      );
      return body.comments.map((comment: { body: string }) => comment.body);
    },
  };
}
