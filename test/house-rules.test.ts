import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/filter/screen.ts';
import { settingNames } from '../src/settings.ts';
import { siteSettingNames } from '../src/sites/site.ts';
import { startService } from './support/service.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every source file of ours under a folder, as paths from the root. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return /\.(ts|js)$/.test(name) ? [path] : [];
  });
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function imports(path: string): Import[] {
  const found = read(path).matchAll(/^(import|export)( type)?\b[^;'"]*?from '([^']+)'/gm);
  return [...found].map(([, , type, to = '']) => ({
    from: path,
    to: to.startsWith('.') ? relative(root, normalize(join(root, dirname(path), to))) : to,
    typeOnly: type !== undefined,
  }));
}

const all = sources('src').flatMap(imports);

/** The room that a file is in: a folder of `src`, or a single file there. */
function room(path: string): string {
  return path.startsWith('src/') ? (path.split('/')[1] ?? '').replace(/\.[jt]s$/, '') : path;
}

const anyone = ['world', 'language', 'problem', 'settings'];
const mayImport: Record<string, readonly string[]> = {
  node: ['service'],
  package: [
    'service',
    'acts',
    'app',
    'articles',
    'assets',
    'captcha',
    'cli',
    'http',
    'moderators',
    'node',
    'notices',
    'screening',
    'sites',
    'store',
  ],
  service: [
    'acts',
    'app',
    'articles',
    'assets',
    'captcha',
    'http',
    'moderators',
    'notices',
    'screening',
    'sites',
    'store',
  ],
  worker: ['package'],
  cli: ['commands', 'node'],
  commands: [
    'acts',
    'articles',
    'captcha',
    'comments',
    'filter',
    'moderators',
    'moving',
    'notices',
    'readers',
    'screening',
    'sites',
    'store',
  ],
  app: ['http'],
  http: [
    'acts',
    'articles',
    'comments',
    'captcha',
    'moderators',
    'notices',
    'readers',
    'screening',
    'sites',
    'store',
    'web',
  ],
  notices: ['moderators', 'store'],
  articles: ['sites', 'store'],
  acts: ['articles', 'comments', 'moving', 'store'],
  moving: ['articles', 'comments', 'sites', 'store'],
  comments: ['articles', 'captcha', 'notices', 'readers', 'screening', 'sites', 'store'],
  readers: ['moderators', 'sites', 'store'],
  screening: ['filter', 'moderators', 'notices', 'sites', 'store'],
  moderators: ['store'],
  sites: ['store'],
  captcha: ['sites', 'store'],
  store: ['db/schema.ts'],
  filter: [],
  web: ['assets'],
  assets: [],
  browser: [],
};

describe('who may import whom', () => {
  test('code flows one way, from the entries to the store', () => {
    const wrong = all.filter(({ from, to, typeOnly }) => {
      const [here, there] = [room(from), room(to)];
      if (typeOnly || !to.startsWith('src/') || here === there || anyone.includes(there)) return false;
      return !(mayImport[here] ?? []).includes(there);
    });
    expect(wrong).toEqual([]);
  });

  test('code for browsers has types of the wording from the server, how times are said, and nothing else', () => {
    const outside = all.filter(({ from, to }) => room(from) === 'browser' && /^(src|db)\//.test(to));
    const wrong = outside.filter(
      ({ to, typeOnly }) =>
        room(to) !== 'browser' &&
        room(to) !== 'language' &&
        !(typeOnly && /^src\/web\/.*(wording|keys)/.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('the filter knows nothing outside its folder but a list of words', () => {
    const outside = all.filter(({ from, to }) => room(from) === 'filter' && room(to) !== 'filter');
    expect(outside.map(({ to }) => to)).toEqual(['bad-words']);
  });

  test('each technology has its one place', () => {
    const places: [RegExp, (path: string) => boolean][] = [
      [/^kysely$/, (path) => room(path) === 'store'],
      [
        /^better-sqlite3$/,
        (path) =>
          /^src\/store\/(sqlite|migrations|foreign\/(isso-file|staging|staged-parents)|sqlite\/(checkpointer|connection|errors|link|mark|transaction|writer)|files\/(backup|checks|leftovers|naming|quick-check|reach|restore|server-lock|soundness))\.[jt]s$/.test(
            path,
          ),
      ],
      [
        /^node:fs/,
        (path) =>
          ['assets', 'store', 'commands'].includes(room(path)) ||
          [
            'src/captcha/clips.ts',
            'src/service/files.ts',
            'src/service/mail.ts',
            'src/moving/read/input.ts',
          ].includes(path),
      ],
      [/^saxes$/, (path) => path === 'src/moving/read/xml.ts'],
      [/^@streamparser\/json$/, (path) => path === 'src/moving/read/json.ts'],
      [/^htmlparser2$/, (path) => path === 'src/moving/text/html-text.ts'],
      [/^marked$/, (path) => ['src/assets/help.ts', 'src/moving/text/plain-text.ts'].includes(path)],
      [/^csv-parse/, (path) => path === 'src/commands/article.ts'],
      [/^svg-captcha$/, (path) => path === 'src/captcha/drawing/outlines.ts'],
      [
        /^altcha-lib/,
        (path) => ['src/captcha/work.ts', 'src/browser/frame/writing/worker.ts'].includes(path),
      ],
      [/^@noble\//, (path) => path === 'src/browser/frame/writing/worker.ts'],
      [
        /^esbuild$/,
        (path) => ['build', 'bundles', 'service-bundle'].some((name) => path === `src/assets/${name}.ts`),
      ],
      [/^prom-client$/, (path) => path === 'src/service/numbers.ts'],
      [/^@hono\/node-server/, (path) => path === 'src/service/listen.ts'],
      [
        /^@cloudflare\//,
        (path) => ['src/package/workers.ts', 'src/service/bound.ts', 'src/store/d1.ts'].includes(path),
      ],
      [/^(openid-client|oauth4webapi)$/, (path) => path.startsWith('src/moderators/oidc/')],
      // The last one shows it, and is no code of ours.
      [/^jose/, (path) => room(path) === 'readers' || path === 'src/web/docs/signing.ts'],
      [/^nodemailer$/, (path) => path === 'src/notices/channels/mail-by-smtp.ts'],
      [/^commander$/, (path) => ['cli', 'commands'].includes(room(path))],
      [/^openapi-fetch$/, (path) => path === 'src/package/client.ts'],
    ];
    const wrong = all.filter(({ from, to }) =>
      places.some(([name, allowed]) => name.test(to) && !allowed(from)),
    );
    expect(wrong).toEqual([]);
  });

  test('only the entries read the environment', () => {
    const readers = sources('src').filter((path) => read(path).includes('process.env'));
    expect(readers.sort()).toEqual(['src/commands/open.ts', 'src/node.ts', 'src/package/bin.ts']);
  });
});

describe('a stranger', () => {
  const open = [
    'GET /api/v1/session',
    'POST /api/v1/session',
    'DELETE /api/v1/session',
    'GET /moderation/session/new',
    'GET /moderation/session/done',
    'GET /moderation/session/provider',
    'GET /moderation/session/callback',
    'POST /moderation/session',
    'POST /moderation/session/code',
    'POST /moderation/session/end',
    'GET /moderation/setup/:secret',
    'POST /moderation/setup/:secret',
  ];

  test('is refused on every route of the moderators', async () => {
    const { app, request } = await startService();
    const guarded = app.routes
      .filter(
        ({ method, path }) =>
          method !== 'ALL' &&
          /^\/(moderation|api\/v1\/(queue|decisions|session|claims|comments|acts|views|senders|blocks|readers|sites\/[^/]+\/(articles|webhooks)))/.test(
            path,
          ),
      )
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !open.includes(route));
    expect(new Set(guarded).size).toBeGreaterThanOrEqual(9);
    for (const route of new Set(guarded)) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await request(path.replace(':site', 'demo').replace(/[:{]\w+}?/, 'x'), {
        method,
        headers: { authorization: 'Bearer wrong', cookie: 'binh_luan_session=wrong' },
      });
      const place = answer.headers.get('location') ?? '';
      const away = answer.status === 303 && place.startsWith('/moderation/session/new');
      expect([route, away || answer.status === 401]).toEqual([route, true]);
    }
  });

  test('finds every open route of the moderators in this list', async () => {
    const { app } = await startService();
    const routes = app.routes.map(({ method, path }) => `${method} ${path}`);
    expect(open.filter((route) => !routes.includes(route))).toEqual([]);
  });
});

describe('a page of another site', () => {
  const safe = ['ALL', 'GET', 'HEAD', 'OPTIONS'];

  /** Open to scripts on the pages of the site that the address is about, by CORS and without a cookie. */
  const openToSites = [
    'DELETE /api/v1/receipts/:receipt',
    'DELETE /api/v1/sites/:site/comments/:id/like',
    'DELETE /api/v1/sites/:site/own/:id',
    'POST /api/v1/receipts/:receipt/appeals',
    'POST /api/v1/receipts/:receipt/erasure',
    'POST /api/v1/sites/:site/challenges',
    'POST /api/v1/sites/:site/comments',
    'POST /api/v1/sites/:site/comments/:id/reports',
    'POST /api/v1/sites/:site/own/:id/erasure',
    'POST /api/v1/sites/:site/receipts',
    'PUT /api/v1/sites/:site/comments/:id/like',
  ];

  test('makes no browser send anything, but a page of the site by what is open to it', async () => {
    const service = await startService();
    const { app, request } = service;
    await service.setSite({ origins: ['https://bao.example'] });
    const { receipt } = (await service.send()).body;
    const refuses = async (method: string, path: string, origin: string) => {
      const filled = path.replace(/:site|\{site\}/, 'demo').replace(/:receipt|\{receipt\}/, receipt);
      const headers = { origin, 'sec-fetch-site': 'cross-site' };
      return (await request(filled.replace(/[:{]\w+}?/g, 'x'), { method, headers })).status === 403;
    };
    const routes = app.routes.filter(({ method }) => !safe.includes(method));
    const taken: string[] = [];
    for (const { method, path } of routes) {
      expect([path, await refuses(method, path, 'https://evil.example')]).toEqual([path, true]);
      if (!(await refuses(method, path, 'https://bao.example'))) taken.push(`${method} ${path}`);
    }
    expect([...new Set(taken)].sort()).toEqual(openToSites);
  });
});

describe.each(['docs', 'docs/vi'])('the pages in %s', (folder) => {
  test('document every setting of the process and of a site', () => {
    const settings = read(`${folder}/settings.md`);
    const missing = [...settingNames, ...siteSettingNames].filter(
      (name) => !settings.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  test('document every command', () => {
    const told = read(`${folder}/commands.md`);
    const commands = sources('src/commands').flatMap((path) => {
      const [, group = ''] = /new Command\('([\w-]+)'\)/.exec(read(path)) ?? [];
      const parts = [...read(path).matchAll(/\.command\('(\w+)/g)].map(([, name]) => `${group} ${name}`);
      return parts.length > 0 ? parts : group ? [group] : [];
    });
    expect(commands.length).toBeGreaterThanOrEqual(8);
    // Some are commands of another, as those of a site.
    const isTold = (command: string) => new RegExp(`\`([a-z]+ )?${command}`).test(told);
    expect(['serve', ...commands].filter((command) => !isTold(command))).toEqual([]);
  });
});

test('every rule of the filter is tested on, off and faulted', () => {
  const tests = sources('test/filter').map(read).join('\n');
  for (const { name } of rules) {
    const [, block = ''] = tests.split(`describe('${name}'`);
    const kinds = ['on', 'off', 'faulted'].filter((kind) =>
      block.split("\ndescribe('")[0]?.includes(`test('${kind}:`),
    );
    expect([name, ...kinds]).toEqual([name, 'on', 'off', 'faulted']);
  }
});

test('the image starts as npm start does', () => {
  const image = read('Dockerfile');
  const [, command = ''] = /^CMD (.+)$/m.exec(image) ?? [];
  const [arenas = ''] = /\bMALLOC_ARENA_MAX=\d+/.exec(image) ?? [];
  // A shell gives its place to `exec`; in the image there is none.
  expect(`${arenas} exec ${JSON.parse(command).join(' ')}`).toBe(
    JSON.parse(read('package.json')).scripts.start,
  );
});

test('npm ci compiles nothing', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const { gypfile } = JSON.parse(read('node_modules/better-sqlite3/package.json'));
  const lost =
    'npm install drops "gypfile": false from the lock, and npm ci then builds from source: put it back';
  expect(gypfile).toBe(false);
  expect(packages['node_modules/better-sqlite3'].gypfile, lost).toBe(false);
});

test('no folder of the source is crowded', () => {
  const folders = Map.groupBy(sources('src'), dirname);
  const crowded = [...folders].filter(([, paths]) => paths.length > 22);
  expect(crowded.map(([folder]) => folder)).toEqual([]);
});

test('no file of the source is long', () => {
  const long = sources('src')
    .filter(
      (path) =>
        !path.startsWith('src/filter/lists/') && !/\/(atlas|passwords\/common|package\/api)\.ts$/.test(path),
    )
    .filter((path) => read(path).split('\n').length > 200);
  expect(long).toEqual([]);
});
