import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, runNode, startProcess } from '../support/process.ts';

async function newService(env: Record<string, string> = {}) {
  const service = await startProcess(env);
  onTestFinished(() => service.stop());
  return service;
}

/** One JSON request, as curl would send it. */
async function call(url: string, method: string, body?: unknown, headers: Record<string, string> = {}) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...json,
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : null };
}

test('with the commands and HTTP alone, a comment goes all the way and back', async () => {
  const { url, command } = await newService();
  expect(await command(['moderator', 'add', 'Lan', '--role', 'owner'], 'mật khẩu rất dài\n')).toMatchObject({
    code: 0,
  });
  const { out: token } = await command(['moderator', 'token', 'Lan']);
  const lan = { authorization: `Bearer ${token.trim()}` };
  const site = `${url}/api/v1/sites/demo`;
  const challenge = async () => {
    const { body } = await call(`${site}/challenges`, 'POST', {});
    expect(body.image.contentType).toBe('image/png');
    const { out } = await command(['captcha', 'answer', body.id]);
    return { id: body.id, answer: out.trim() };
  };
  const comment = { article: { key: '/a' }, author: 'Hòa', body: 'Rất bổ ích.' };
  const solved = await challenge();
  const sent = await call(`${site}/comments`, 'POST', { ...comment, challenge: solved });
  expect(sent.status).toBe(202);
  expect((await call(`${site}/comments`, 'POST', { ...comment, challenge: solved })).status).toBe(422);
  const list = async () => (await call(`${site}/comments?article=/a`, 'GET')).body.comments.length;
  expect(await list()).toBe(0);
  const queue = await call(`${url}/api/v1/queue`, 'GET', undefined, lan);
  const [{ id, version }] = queue.body.comments;
  const publish = () =>
    call(`${url}/api/v1/decisions`, 'POST', { action: 'publish', comments: [{ id, version }] }, lan);
  const decided = await publish();
  expect([decided.status, await list(), (await publish()).status]).toEqual([201, 1, 409]);
  await call(`${url}/api/v1/decisions/${decided.body.id}`, 'DELETE', undefined, lan);
  expect(await list()).toBe(0);
});

describe('the service as a process', () => {
  test('keeps its data and secret to its own user, and both across a restart', async () => {
    const folder = newFolder();
    const first = await newService({ DATA_DIR: join(folder, 'data') });
    const secret = readFileSync(join(folder, 'data', 'secret'), 'utf8');
    const modes = readdirSync(join(folder, 'data')).map(
      (name) => statSync(join(folder, 'data', name)).mode & 0o777,
    );
    expect(modes).toEqual(modes.map(() => 0o600));
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    await newService({ DATA_DIR: join(folder, 'data') });
    expect(readFileSync(join(folder, 'data', 'secret'), 'utf8')).toBe(secret);
  });

  test('stops within ten seconds, though an upload stalls', async () => {
    const service = await newService();
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"na',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = Date.now();
    service.signal('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test('refuses to start with a wrong setting, in one line', async () => {
    const { code, err } = await runCommand(['serve'], { env: { DATA_DIR: newFolder(), PORT: 'http' } });
    expect([code, err]).toEqual([
      1,
      'binh-luan cannot start: PORT must be a whole number from 1 to 65535, not "http"\n',
    ]);
  });

  test.for([
    [{ HOST: '192.0.2.1' }, 'HOST must be a host name or address to listen on, not "192.0.2.1"'],
    [{ HOST: 'khong co' }, 'HOST must be a host name or address to listen on, not "khong co"'],
    [{ DATA_DIR: '/dev/null/data' }, '"/dev/null/data/binh-luan.db" (DATA_DIR): '],
    [
      {
        ...{ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'a@bao.example', DKIM_KEY_FILE: 'README.md' },
        ...{ DKIM_DOMAIN: 'bao.example', DKIM_SELECTOR: 'thu' },
      },
      'DKIM_KEY_FILE must be a file with a private key in PEM format, not "README.md"',
    ],
  ] as const)('what shows only when it is used is told in one line too: %j', async ([given, sentence]) => {
    const { code, err } = await runCommand(['serve'], { env: { DATA_DIR: newFolder(), ...given } });
    expect([code, err.trimEnd().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain(`binh-luan cannot start: ${sentence}`);
  });

  test('says so where its port is taken', async () => {
    const { env } = await newService();
    const second = await runCommand(['serve'], { env: { ...env, DATA_DIR: newFolder() } });
    expect([second.code, second.err]).toEqual([
      1,
      `binh-luan cannot start: PORT ${env.PORT} is in use on 127.0.0.1\n`,
    ]);
  });
});

describe('the commands', () => {
  test('a site is added, changed and listed', async () => {
    const env = { DATA_DIR: newFolder() };
    const run = (...args: string[]) => runCommand(args, { env });
    const added = await run(
      'site',
      'add',
      'bao',
      '--name',
      'Báo Mới',
      '--origin',
      'https://bao.example',
      'https://m.bao.example/',
    );
    expect(JSON.parse(added.out)).toMatchObject({
      id: 'bao',
      origins: ['https://bao.example', 'https://m.bao.example'],
    });
    await run('site', 'set', 'bao', 'moderation', 'publish-clean');
    const { out } = await run('site', 'list');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'bao', name: 'Báo Mới', moderation: 'publish-clean', language: 'vi', 'max-length': 2000 },
      { id: 'demo', origins: ['http://127.0.0.1:8787'] },
    ]);
  });

  test('a mistake is one clear line on standard error, and nothing on standard output', async () => {
    const env = { DATA_DIR: newFolder() };
    const mistakes: [string[], string][] = [
      [
        ['site', 'add', 'Báo', '--name', 'x', '--origin', 'https://a.example'],
        'the id takes lower-case letters',
      ],
      [
        ['site', 'add', 'demo', '--name', 'x', '--origin', 'https://a.example'],
        'there is a site "demo" already',
      ],
      [['site', 'add', 'a', '--name', 'x', '--origin', 'javascript:1'], 'origins takes'],
      [['site', 'set', 'demo', 'name', 'Báo\nMới'], 'name takes 1 to 200 characters, on one line'],
      [
        ['site', 'set', 'demo', 'captcha', 'maybe'],
        'captcha takes on, auto, picture, work or off, not "maybe"',
      ],
      [['site', 'set', 'nowhere', 'captcha', 'on'], 'no site "nowhere"'],
      [['moderator', 'add', 'Lan', '--role', 'king'], 'Allowed choices are owner, moderator'],
      [['moderator', 'add', 'Lan', '--role', 'owner', '--site', 'nowhere'], 'no site "nowhere"'],
      [['moderator', 'add', 'Lan', '--role', 'owner'], 'must be a password of 12 to 200 characters'],
      [['moderator', 'token', 'Lan'], 'no moderator "Lan"'],
      [['captcha', 'answer', 'x'], 'no open challenge "x"'],
      [['screen', '--site', 'nowhere'], 'no site "nowhere"'],
      [['dance'], "unknown command 'dance'"],
    ];
    const told = await Promise.all(mistakes.map(([args]) => runCommand(args, { env })));
    for (const [index, [args, sentence]] of mistakes.entries()) {
      const { code, out, err } = told[index] ?? { code: 0, out: '', err: '' };
      expect([args, code === 0, out, err.trim().split('\n').length]).toEqual([args, false, '', 1]);
      expect(err).toContain(sentence);
    }
  });

  test('every command tells how it is used', async () => {
    for (const args of [
      [],
      ['serve'],
      ['site'],
      ['site', 'add'],
      ['moderator', 'token'],
      ['screen'],
      ['captcha', 'sample'],
    ]) {
      const { code, out } = await runCommand([...args, '--help']);
      expect([args, code, out.includes('Usage: binh-luan')]).toEqual([args, 0, true]);
    }
  });

  test('the program that fills a database tells how it is used, also where it is used wrongly', async () => {
    const [asked, wrong] = await Promise.all(
      ['--help', '--nope'].map((option) => runNode(['bench/seed/seed.ts', option])),
    );
    expect([asked?.code, wrong?.code, wrong?.out]).toEqual([0, 1, '']);
    expect(asked?.out).toMatch(/^npm run seed -- --comments N .*\n$/);
    expect(wrong?.err).toContain(asked?.out ?? 'usage');
  });

  test('comments are screened line by line, in order, in the language asked for', async () => {
    const rows = [
      { id: 1, text: 'Cảm ơn\u2028tòa soạn.' },
      { id: 'hai', text: 'Xem https://bit.ly/a nhé', lang: 'en' },
      { id: 3, text: 'Xem https://bit.ly/a nhé', author: 'Hòa' },
    ];
    const { code, out } = await runCommand(['screen'], {
      input: rows.map((row) => JSON.stringify(row)).join('\n'),
    });
    const judged = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(judged.map(({ id, flag, verdict }) => [id, flag, verdict])).toEqual([
      [1, false, 'pass'],
      ['hai', true, 'hold'],
      [3, true, 'hold'],
    ]);
    expect(Object.keys(judged[0])).toEqual(['id', 'flag', 'verdict', 'score', 'findings', 'us']);
    expect(judged[1].findings[0].message).not.toBe(judged[2].findings[0].message);
    const broken = await runCommand(['screen'], { input: '{"id":1,"text":"a"}\n{"id":2}\n' });
    expect([broken.code, broken.err]).toEqual([
      1,
      'error: line 2 is not a JSON object with an id and a text\n',
    ]);
  });

  test('comments are screened as a site has tuned its filter', async () => {
    const env = { DATA_DIR: newFolder() };
    const input = JSON.stringify({
      id: 1,
      text: 'Vay tiền nhanh trong ngày, lãi suất thấp, nhắn tin ngay nhé',
    });
    const judge = async () =>
      JSON.parse((await runCommand(['screen', '--site', 'demo'], { env, input })).out);
    expect(await judge()).toMatchObject({ id: 1, flag: true });
    for (const name of ['hold-abuse-at', 'hold-spam-at'])
      await runCommand(['site', 'set', 'demo', name, '1'], { env });
    const rules = (await judge()).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).not.toContain('learned');
  });

  test('an operator changes how captchas are drawn, with a font of their own', async () => {
    const env = { DATA_DIR: newFolder() };
    const captcha = (...args: string[]) => runCommand(['captcha', ...args], { env });
    const font = 'node_modules/svg-captcha/fonts/Comismsh.ttf';
    expect(await captcha('add-font', 'của tôi', font)).toMatchObject({ code: 0, err: '' });
    expect((await captcha('list-fonts')).out).toBe('của tôi\n');
    expect(await captcha('sample', '--count', '5', '--out', newFolder())).toMatchObject({ code: 0 });
    expect(await captcha('rotate')).toMatchObject({ code: 0, err: '' });
    expect(await captcha('remove-font', 'của tôi')).toMatchObject({ code: 0, err: '' });
    expect(await captcha('remove-font', 'của tôi')).toMatchObject({
      code: 1,
      err: 'error: no font "của tôi"; see captcha list-fonts\n',
    });
    const unread = await captcha('add-font', 'sai', 'README.md');
    expect([unread.code, unread.err]).toEqual([
      1,
      'error: README.md is no font that can be read (.ttf, .otf, .woff)\n',
    ]);
  });

  test('samples of the captcha are written with their answers', async () => {
    const out = join(newFolder(), 'samples');
    const env = { DATA_DIR: newFolder() };
    const sampled = await runCommand(['captcha', 'sample', '--count', '3', '--out', out], { env });
    expect(sampled).toMatchObject({ code: 0, err: '' });
    const answers = readFileSync(join(out, 'answers.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readdirSync(out).sort()).toEqual([...answers.map(({ file }) => file), 'answers.jsonl'].sort());
    expect(readFileSync(join(out, answers[0].file), 'latin1').slice(1, 4)).toBe('PNG');
    expect(answers.every(({ answer }) => /^[CHJLMPTVX2346789]{5}$/.test(answer))).toBe(true);
  });
});
