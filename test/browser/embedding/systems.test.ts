import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { blocksIn, blockWith } from '../../support/doc-blocks.ts';
import { frameOf, type Host, startHost } from '../../support/host-page.ts';
import { newFolder } from '../../support/new-folder.ts';
import { freePort } from '../../support/process.ts';
import { known, sendIn, vouch } from '../../support/vouching.ts';

// What docs/embedding shows, run as it stands there, at addresses of this machine.

const root = join(import.meta.dirname, '../../..');
let host: Host;
let key: string;
let token: string;

beforeAll(async () => {
  host = await startHost();
  await command(line('embedding/index.md', 'site add'));
  for (const [name, value] of Object.entries({ captcha: 'off', pace: 'off', moderation: 'publish-clean' }))
    await command(`site set bao-moi ${name} ${value}`);
  await command(line('embedding/wordpress.md', 'identity offered'));
  key = await command(line('embedding/wordpress.md', 'identity-key add'));
  await command(line('embedding/wordpress.md', 'moderator add'), 'mật khẩu đủ dài\n');
  token = await command(line('embedding/wordpress.md', 'moderator token'));
});

afterAll(() => host?.stop());

/** A line with these words in a page's code, without what `npm run` needs. */
function line(path: string, words: string): string {
  const lines = blocksIn(path).flatMap(({ code }) => code.split('\n'));
  return here(lines.find((one) => one.includes(words)) ?? '').replace('npm run -s cli -- ', '');
}

async function command(words: string, input?: string): Promise<string> {
  const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { code, out, err } = await host.service.command(args, input);
  expect([words, code, err]).toEqual([words, 0, '']);
  return out.trim();
}

const here = (text: string) =>
  text
    .replaceAll('https://comments.example', host.service.url)
    .replaceAll('https://baomoi.example', host.url);
const shown = (path: string, words: string) => here(blockWith(`embedding/${path}`, words));

const api = (path: string) => `${host.service.url}/api/v1/sites/bao-moi/${path}`;
const article = async (path: string) => (await (await fetch(api(`comments?article=${path}`))).json()).article;
const send = (path: string, body: string, headers = {}) =>
  fetch(api('comments'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ article: { key: path }, author: 'Hòa', body }),
  });

/** Runs a program in a folder to its end, as a deployment does. */
function runIn(cwd: string, args: readonly string[]): void {
  const env = { PATH: process.env.PATH ?? '', BINH_LUAN_TOKEN: token, BINH_LUAN_KEY: key };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

test('plain HTML shows comments, counts and who reads, under the policy that it tells, and is closed by its line', async () => {
  const page = 'plain-html.md';
  const [, policy = ''] = /Content-Security-Policy "([^"]+)"/.exec(shown(page, 'add_header')) ?? [];
  const headers = { 'content-security-policy': policy };
  const html = 'text/html; charset=utf-8';
  host.serveFile('/tin/bai-1', shown(page, '<h1>'), html, headers);
  host.serveFile('/danh-sach', shown(page, '<ul>'), html, headers);
  host.serveFile('/binh-luan.js', shown(page, 'async function identify'), 'text/javascript; charset=utf-8');
  host.serveFile('/binh-luan-token', vouch(key, { aud: 'bao-moi', name: 'Lê Thị Thu' }), 'text/plain');
  await send('/tin/bai-1', 'Bài viết rất hay.');

  const { page: opened, errors } = await host.open('/tin/bai-1');
  const frame = await frameOf(opened);
  await known(frame);
  await frame.fill('#body', 'Tôi gửi từ trang viết tay.');
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  expect(await article('/tin/bai-1')).toMatchObject({
    title: 'Tin thứ nhất',
    url: `${host.url}/tin/bai-1`,
    count: 2,
  });
  const list = await host.open('/danh-sach');
  await expect
    .poll(() => list.page.locator('li').allInnerTexts())
    .toEqual(['Tin thứ nhất 2 bình luận', 'Tin thứ hai 0 bình luận']);
  expect([errors, list.errors]).toEqual([[], []]);

  const closing = shown(page, 'curl -X PUT');
  const closed = spawnSync('sh', ['-c', closing], { env: { PATH: process.env.PATH ?? '', TOKEN: token } });
  // Where there is no curl, what it would send is sent all the same.
  if (closed.error || closed.status === 127) await putByHand(closing);
  expect((await article('/tin/bai-1')).open).toBe(false);
});

async function putByHand(line: string): Promise<void> {
  const [, body = ''] = /-d '(.+?)'/.exec(line) ?? [];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await fetch(api('articles'), { method: 'PUT', headers, body });
}

test('a bare frame shows the comments without the script', async () => {
  host.serve('/tran', shown('plain-html.md', '<iframe'));
  const { page } = await host.open('/tran');
  await expect
    .poll(() => page.frameLocator('iframe').locator('.thread').innerText())
    .toContain('Bài viết rất hay.');
});

test('the components for Next ask who reads, and go on in React', async () => {
  const app = `import { createRoot } from 'react-dom/client';
${shown('next.md', 'useEffect(()')}
createRoot(document.querySelector('#app')).render(<>
  <Comments path="/tin/next" title="Tin Next" theme="dark" language="en" /><CommentCount path="/tin/next" /></>);`;
  const built = await build({
    stdin: { contents: app, resolveDir: import.meta.dirname, loader: 'tsx' },
    ...{ jsx: 'automatic', bundle: true, write: false, logLevel: 'silent' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  host.serveFile('/next.js', built.outputFiles[0]?.contents ?? '', 'text/javascript; charset=utf-8');
  host.serveFile('/binh-luan-token', vouch(key, { aud: 'bao-moi', sub: '8', name: 'Vũ Phúc' }), 'text/plain');
  await send('/tin/next', 'Bài này đọc trong React.');
  host.serve('/tin/next', `<div id="app"></div><script src="/next.js"></script>${host.script}`);
  const { page, errors } = await host.open('/tin/next');
  const frame = await frameOf(page);
  await known(frame);
  await frame.focus('#body');
  await expect.poll(() => frame.locator('#gui-binh-luan').innerText()).toContain('Vũ Phúc');
  await expect.poll(() => page.locator('[data-binh-luan-count]').innerText()).toBe('1');
  expect([errors, await frame.locator('html').getAttribute('lang')]).toEqual([[], 'en']);
});

test('the functions for Next sign who reads and close an article', async () => {
  const typed = ['--input-type=module-typescript', '--eval'];
  const word = { url: `${host.url}/tin/next-2`, title: 'Tin Next', open: false };
  runIn(root, [
    ...typed,
    `${shown('next.md', 'tellOfArticle(')}\nawait tellOfArticle(${JSON.stringify(word)});`,
  ]);
  expect(await article('/tin/next-2')).toMatchObject({ ...word, count: 0 });
  const path = join(newFolder(), 'token');
  const writes = `import { writeFileSync } from 'node:fs';
writeFileSync('${path}', await sign({ id: '9', name: 'Đỗ An' }));`;
  runIn(root, [...typed, `${shown('next.md', 'SignJWT({')}\n${writes}`]);
  const identity = { 'binh-luan-identity': readFileSync(path, 'utf8') };
  expect((await send('/tin/next-3', 'Tôi đã đăng nhập.', identity)).status).toBe(202);
});

/** The program beside Ghost, and in the place of Ghost a server with one member. */
async function startGhost(secret: string) {
  const [port, ghost] = [await freePort(), await freePort()];
  const server = createServer(({ url, headers }, answer) => {
    const isMember = url === '/members/api/member/' && headers.cookie === 'ghost-members-ssr=an';
    answer
      .writeHead(isMember ? 200 : 204)
      .end(isMember ? JSON.stringify({ uuid: 'u-1', name: 'Đỗ An' }) : undefined);
  }).listen(ghost, '127.0.0.1');
  const program = join(newFolder(), 'binh-luan-ghost.mjs');
  writeFileSync(program, shown('ghost.md', 'isFromGhost('));
  const env = {
    ...{ GHOST_URL: `http://127.0.0.1:${ghost}`, GHOST_SECRET: secret, PORT: String(port) },
    ...{
      BINH_LUAN_URL: host.service.url,
      BINH_LUAN_SITE: 'bao-moi',
      BINH_LUAN_KEY: key,
      BINH_LUAN_TOKEN: token,
    },
  };
  const told = [...blockWith('embedding/ghost.md', 'export ').matchAll(/(\w+)=/g)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(env).sort());
  const child: ChildProcess = spawn(process.execPath, [program], { env, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
    server.close();
  });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(() =>
      fetch(`${url}/binh-luan-token`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);
  return {
    tokenFor: async (cookie: string) =>
      (await fetch(`${url}/binh-luan-token`, { headers: { cookie } })).text(),
    async post(current: object, by = secret) {
      const body = JSON.stringify({ post: { current, previous: {} } });
      const time = Date.now();
      const mac = createHmac('sha256', by).update(`${body}${time}`).digest('hex');
      const headers = { 'x-ghost-signature': `sha256=${mac}, t=${time}` };
      return (await fetch(`${url}/binh-luan-ghost`, { method: 'POST', headers, body })).status;
    },
  };
}

test('the program for Ghost vouches for its members, and tells of posts where Ghost says so', async () => {
  const { tokenFor, post } = await startGhost('bí mật của Ghost');
  const identity = { 'binh-luan-identity': await tokenFor('ghost-members-ssr=an') };
  expect((await send('/ghost', 'Tôi là thành viên.', identity)).status).toBe(202);
  expect(await tokenFor('')).toBe('');
  const tags = [{ name: 'Thời sự' }, { name: '#dong-binh-luan' }];
  const current = { url: `${host.url}/ghost/`, title: 'Từ Ghost', tags };
  expect(await post(current, 'của người khác')).toBe(401);
  expect((await article('/ghost')).open).toBe(true);
  expect(await post(current)).toBe(204);
  expect(await article('/ghost')).toMatchObject({ title: 'Từ Ghost', open: false, count: 1 });
  expect(await post({ ...current, tags: [] })).toBe(204);
  expect((await article('/ghost')).open).toBe(true);
  expect(await post({ ...current, url: 'https://khac.example/ghost/' })).toBe(502);
});

/** A small site with what the page shows, and four articles. */
function writeHugo(): string {
  const folder = newFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const main = (text: string) => `{{ define "main" }}${text}{{ end }}`;
  const settings = `baseURL = "${host.url}/"\nlanguageCode = "vi"\ndefaultContentLanguage = "vi"\n`;
  write('hugo.toml', settings + shown('hugo.md', '[params.binhluan]'));
  write('layouts/partials/comments.html', shown('hugo.md', 'data-title'));
  write(
    'layouts/_default/baseof.html',
    `<!doctype html><meta charset="utf-8">{{ block "main" . }}{{ end }}${shown('hugo.md', '<script src="/binh-luan.js"')}`,
  );
  write('layouts/_default/single.html', main('{{ .Content }}{{ partial "comments.html" . }}'));
  write('layouts/_default/list.html', main(shown('hugo.md', 'range .Pages')));
  write('layouts/index.json', shown('hugo.md', 'jsonify'));
  write('tell.mjs', shown('hugo.md', 'readFile('));
  write('content/h/mot.md', `+++\ntitle = 'Tin "một" & hai'\n+++\nChữ.`);
  write('content/h/dong.md', `+++\ntitle = "Đóng"\ncomments = "closed"\ncomments_key = "bai-123"\n+++\nChữ.`);
  write('content/h/khong.md', `+++\ntitle = "Không"\ncomments = false\n+++\nChữ.`);
  return folder;
}

test('the program for Hugo tells of every article that the list names', async () => {
  const folder = writeHugo();
  mkdirSync(join(folder, 'public'));
  const named = [
    { key: '/h/tay/', url: `${host.url}/h/tay/`, title: 'Viết tay', open: true },
    { key: 'bai-9', url: `${host.url}/h/chin/`, title: 'Chín', open: false },
  ];
  writeFileSync(join(folder, 'public/index.json'), JSON.stringify(named));
  runIn(folder, ['tell.mjs']);
  expect(await article('/h/tay')).toMatchObject({ title: 'Viết tay', open: true });
  expect(await article('bai-9')).toMatchObject({ title: 'Chín', open: false });
});

test('Hugo makes pages of its templates that show the comments, and a list of what is closed', async (context) => {
  context.skip(spawnSync('hugo', ['version']).status !== 0, 'Hugo is not installed here');
  const folder = writeHugo();
  expect(spawnSync('hugo', [], { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
  runIn(folder, ['tell.mjs']);
  expect(await article('/h/mot')).toMatchObject({ title: 'Tin "một" & hai', open: true });
  expect(await article('bai-123')).toMatchObject({ title: 'Đóng', open: false });
  await send('/h/mot', 'Trang này do Hugo làm.');
  const html = 'text/html; charset=utf-8';
  const made = (path: string) => readFileSync(join(folder, 'public', path, 'index.html'), 'utf8');
  host.serveFile('/h/mot/', made('h/mot'), html);
  host.serveFile('/h/', made('h'), html);
  host.serveFile('/binh-luan.js', '//', 'text/javascript');
  const { page, errors } = await host.open('/h/mot/');
  await expect
    .poll(async () => (await frameOf(page)).locator('.thread').innerText())
    .toContain('Trang này do Hugo làm.');
  await page.goto(`${host.url}/h/`);
  await expect.poll(() => page.locator('[data-binh-luan-count]').allInnerTexts()).toContain('1');
  expect([errors, made('h/khong').includes('data-binh-luan')]).toEqual([[], false]);
});
