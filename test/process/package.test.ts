import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import type { D1Database } from '@cloudflare/workers-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import manifest from '../../package.json' with { type: 'json' };
import { filesIn } from '../../src/assets/sources.ts';
import { type Installed, installPacked } from '../support/packed.ts';

let packed: Installed;

beforeAll(async () => {
  packed = await installPacked();
});
afterAll(() => packed.remove());

/** One of this process, or of a Worker. */
interface Answer {
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** The type of an answer that is read to its end. */
async function typeOf(answer: Answer): Promise<string> {
  await answer.text();
  return answer.headers.get('content-type') ?? '';
}

/** Lines of a log that say more than what was asked for. */
const warnings = (log: string) => log.split('\n').filter((line) => line && !line.includes('"level":"info"'));

describe('what is published', () => {
  const sources = new URL('../../src', import.meta.url).pathname;

  test('is the sources as JavaScript and the files for browsers, and nothing besides', () => {
    const patterns = [
      /^(LICENSE|README(\.vi)?\.md|package\.json)$/,
      /^built\/manifest\.json$/,
      /^built\/public\/(embed\.js|assets\/[\w-]+\.[A-Z0-9]{8}\.(js|css|svg|woff2)|audio\/(vi|en)-\w+\.wav)$/,
      /^built\/public\/help\/(vi|en)\/[\w-]+\.json$/,
      /^built\/packed\/(embed\.js|assets\/[\w-]+\.[A-Z0-9]{8}\.(js|css|svg|woff2))\.(br|gz)$/,
      /^db\/migrations\/\d{4}_[\w-]+\.sql$/,
      /^lib\/captcha\/clips\/(README\.md|(vi|en)-\w+\.wav)$/,
      /^lib\/(captcha\/drawing\/LICENCES|(filter\/lists|moderators\/passwords)\/NOTICE)\.md$/,
    ];
    const scripts = filesIn(sources)
      .filter(
        (path) =>
          /\.(ts|js)$/.test(path) &&
          !/^(browser|assets\/(build|bundles|help|service-bundle)\.ts$)/.test(path),
      )
      .map((path) => `lib/${path.replace(/\.ts$/, '.js')}`);
    const others = packed.files.filter((path) => !patterns.some((pattern) => pattern.test(path)));
    expect(others.filter((path) => !path.endsWith('.d.ts'))).toEqual(scripts.sort());
  });

  test('has the types of what others import, and of nothing else', () => {
    expect(packed.files.filter((path) => path.endsWith('.d.ts'))).toEqual([
      'lib/notices/channels/mail-binding.d.ts',
      'lib/package/api.d.ts',
      'lib/package/client.d.ts',
      'lib/package/node.d.ts',
      'lib/package/workers.d.ts',
      'lib/service/bound.d.ts',
      'lib/settings.d.ts',
    ]);
  });

  test('holds no file that another program may import, but the entries', async () => {
    writeFileSync(join(packed.project, 'inside.js'), "import 'binh-luan/lib/settings.js';");
    expect((await packed.run('inside.js')).err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

test('a Worker that names the package gets the part for Workers', async () => {
  writeFileSync(join(packed.project, 'name.js'), "console.log(import.meta.resolve('binh-luan'));");
  const named = async (...words: string[]) => {
    const [file = '', ...others] = [...words, 'name.js'];
    return (await packed.run(file, others)).out.trim().split('/lib/')[1];
  };
  expect(await named()).toBe('package/node.js');
  expect(await named('--conditions=workerd')).toBe('package/workers.js');
});

test('alone in an empty folder it serves, with words it does a command, and the client asks it', async () => {
  const folder = join(packed.project, 'empty');
  mkdirSync(folder);
  const service = await packed.serve(packed.bin, folder);
  expect(readdirSync(folder)).toEqual(['data']);
  const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const words = readFileSync(`/proc/${service.pid}/cmdline`, 'utf8').split('\0');
  expect([words.slice(1, flags.length + 1), words.includes(packed.bin)]).toEqual([flags, true]);
  expect((await packed.run(packed.bin, ['site', 'set', 'demo', 'captcha', 'auto'], {}, folder)).code).toBe(0);

  const program = packed.writeFromDocs('client.md', 'comments.ts');
  const { out, err } = await packed.run(program, [], { COMMENTS_URL: service.url });
  expect([out, err]).toEqual(['sent: pending\nnow: pending\n', '']);

  const page = await (await fetch(`${service.url}/`)).text();
  // Who has the package has no script of ours.
  expect(page).toContain('<code>npx binh-luan demo clear</code>');
  const [, sheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(page) ?? [];
  expect(await typeOf(await fetch(service.url + sheet))).toMatch(/^text\/css/);
  service.stop();
  expect([await service.ended, warnings(service.output.err)]).toEqual([0, []]);
});

test('it is a part of a Hono application on Node, which ends once it has closed it', async () => {
  const application = await packed.serve(packed.writeFromDocs('in-your-app.md', 'app.ts'));
  const base = `${application.url}/binh-luan`;
  expect(application.output.out).toMatch(`Set up the first owner: ${base}/moderation/setup/`);
  expect(await (await fetch(application.url)).text()).toContain('<h1>Tin thứ nhất</h1>');
  expect(await typeOf(await fetch(`${base}/embed.js`))).toMatch(/^text\/javascript/);
  expect(await (await fetch(`${base}/embed/demo?article=/`)).text()).toContain(`"/binh-luan/assets/`);
  const setting = ['site', 'set', 'demo', 'captcha', 'auto'];
  expect((await packed.run(packed.bin, setting, { DATA_DIR: './comments' })).code).toBe(0);
  const program = packed.writeFromDocs('client.md', 'comments.ts');
  expect((await packed.run(program, [], { COMMENTS_URL: base })).out).toBe('sent: pending\nnow: pending\n');
  application.stop();
  expect([await application.ended, warnings(application.output.err)]).toEqual([0, []]);
});

test('it is a part of a Worker', async () => {
  packed.writeFromDocs('in-your-app.md', 'worker.ts');
  const config = packed.writeFromDocs('in-your-app.md', 'wrangler.toml');
  const secrets = { COMMENTS_SECRET: 'a secret for tests, of 32 characters or more' };
  const harness = createTestHarness({ workers: [{ configPath: config, secrets }] });
  try {
    await harness.listen();
    const { COMMENTS } = await harness.getWorker<{ COMMENTS: D1Database }>().getEnv();
    const migrations = join(packed.project, 'node_modules/binh-luan/db/migrations');
    for (const { queries } of await readD1Migrations(migrations))
      await COMMENTS.batch(queries.map((query) => COMMENTS.prepare(query)));

    const base = 'https://baomoi.example/binh-luan';
    expect(await (await harness.fetch('https://baomoi.example/')).text()).toBe('Báo Mới');
    expect((await harness.fetch(`${base}/embed.js`)).headers.get('content-type')).toMatch(
      /^text\/javascript/,
    );
    const listed = await harness.fetch(`${base}/api/v1/sites/demo/comments?article=/`);
    expect([listed.status, (await listed.json()) as object]).toMatchObject([200, { comments: [] }]);
    const path = `${base}/api/v1/sites/demo/challenges`;
    expect(await typeOf(await harness.fetch(path, { method: 'POST' }))).toMatch(/^application\/json/);
    const { outcome } = await harness.getWorker().scheduled({ cron: '* * * * *' });
    expect(outcome).toBe('ok');
  } finally {
    await harness.close();
  }
});

test('its types are good for who uses them as told', async () => {
  const pages = { 'in-your-app.md': ['app.ts', 'worker.ts'], 'client.md': ['comments.ts'] };
  for (const [page, names] of Object.entries(pages))
    for (const name of names) packed.writeFromDocs(page, name);
  const lines = [
    "import { createApp } from 'binh-luan';",
    'await createApp(process.env);',
    "await createApp({ PUBLIC_ULR: 'http://localhost' });",
  ];
  writeFileSync(join(packed.project, 'wrong.ts'), lines.join('\n'));
  const options = '--noEmit --strict --module nodenext --target esnext --types node'.split(' ');
  const names = [...Object.values(pages).flat(), 'wrong.ts'];
  const { out } = await packed.run('node_modules/typescript/bin/tsc', [...options, ...names]);
  expect(out.split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(/^wrong\.ts\(3,19\): .*PUBLIC_URL/),
  ]);
});

test('the pages of both languages show the same programs', () => {
  const programs = (path: string) => {
    const text = readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
    return text.match(/```(ts|toml)\n.*?```/gs);
  };
  for (const page of ['in-your-app.md', 'client.md']) {
    expect(programs(page)?.length).toBeGreaterThan(0);
    expect(programs(`vi/${page}`)).toEqual(programs(page));
  }
});
