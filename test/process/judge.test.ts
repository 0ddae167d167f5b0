import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { plainComment } from '../support/identity.ts';
import { freePort, startProcess } from '../support/process.ts';
import { says, startReceiver, told } from '../support/receiver.ts';

const apiKey = 'sk-chim-hoang-yen-0123456789';

async function start(env: Record<string, string> = {}) {
  const service = await startProcess({ LOG_LEVEL: 'debug', ...env });
  onTestFinished(() => service.stop());
  const judge = await startReceiver();
  judge.answer = says({ verdict: 'pass', risk: 0.25 });
  const run = async (args: string[], input?: string) => {
    const { code, out, err } = await service.command(args, input);
    return code === 0 ? out.trim() : `${code}: ${err.trim()}`;
  };
  const command = (...args: string[]) => run(['site', 'judge', ...args]);
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ] as const)
    await run(['site', 'set', 'demo', name, value]);
  const send = async (body: string) => {
    const answer = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
      method: 'POST',
      body: JSON.stringify({ ...plainComment({}), author: 'Hòa', body }),
      headers: { 'content-type': 'application/json' },
    });
    return (await answer.json()).state;
  };
  return { service, judge, run, command, send };
}

test('a judge is set, tried, asked and let go from the command line; its secret is printed once', async () => {
  const { judge, command, send } = await start();
  const url = `${judge.url}/judge`;
  const secret = await command('set', 'demo', url);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const shown = JSON.parse(await command('show', 'demo'));
  expect(shown).toEqual({
    ...{ site: 'demo', url, kind: 'hook', model: '' },
    key: { shown: `…${secret.slice(-4)}`, createdAt: shown.key.createdAt, fits: true },
  });
  expect(JSON.parse(await command('set', 'demo', url))).toEqual(shown);
  const tried = JSON.parse(await command('test', 'demo', 'Thử một câu.'));
  expect(tried).toEqual({ verdict: 'pass', risk: 0.25, ms: tried.ms, findings: [] });
  expect(await send('Bài viết rất hữu ích.')).toBe('published');
  judge.answer = says({ verdict: 'hold' });
  expect(await send('Tôi cũng nghĩ như vậy.')).toBe('pending');
  const asked = judge.received.map((one) => {
    const verified = new Webhook(secret).verify(one.body, one.headers as Record<string, string>);
    return [verified, told(one).body];
  });
  expect(asked.map(([, body]) => body)).toEqual([
    ...['Thử một câu.', 'Bài viết rất hữu ích.', 'Tôi cũng nghĩ như vậy.'],
  ]);
  judge.answer = says({}, 500);
  expect(await command('test', 'demo')).toBe(
    '1: error: The outside judge answered with an error (status 500), so the comment waits for a moderator.',
  );
  expect(await command('set', 'demo', url, '--key')).toMatch(/^whsec_/);
  expect(JSON.parse(await command('remove', 'demo'))).toMatchObject({ url: '', key: null });
  expect(await send('Sau đó tôi vẫn nghĩ vậy.')).toBe('published');
  expect(await command('test', 'demo')).toBe(
    '1: error: This site has no outside judge: give its address among the settings.',
  );
});

test('a key of somebody else’s is in no file as it is, in no log, and in no export', async () => {
  const { service, judge, run, send } = await start();
  const url = `${judge.url}/v1/moderations`;
  judge.answer = says({ results: [{ flagged: false, category_scores: { hate: 0.1 } }] });
  const set = [
    'site',
    'judge',
    'set',
    'demo',
    url,
    '--kind',
    'openai-moderation',
    '--model',
    'omni',
    '--key',
  ];
  const shown = JSON.parse(await run(set, `${apiKey}\n`));
  expect([shown.kind, shown.model, shown.key.shown]).toEqual(['openai-moderation', 'omni', '…6789']);
  expect(await run(set, 'ngắn\n')).toContain('An API key is 8 to 500 letters');
  expect(await send('Bài viết rất hữu ích.')).toBe('published');
  expect(judge.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${apiKey}`]);
  const exported = await run(['export']);
  expect(exported).toContain('"judge-url"');
  const files = readdirSync(service.env.DATA_DIR).map((name) =>
    readFileSync(join(service.env.DATA_DIR, name)),
  );
  for (const text of [...files, exported, service.output.out, service.output.err, await run(['act', 'list'])])
    expect(text.includes(apiKey)).toBe(false);
  const rows = exported.split('\n').map((line) => JSON.parse(line));
  expect(rows.find(({ kind }) => kind === 'comment')).toMatchObject({ judgeVerdict: 'pass' });
});

test('what a command line may not set it says in one line', async () => {
  const { run } = await start({
    PUBLIC_URL: 'https://comments.example',
    JUDGE_ADDRESSES: 'http://10.0.0.5/v1',
  });
  const refused: [args: string[], sentence: RegExp][] = [
    [['judge', 'set', 'demo', 'http://127.0.0.1:9/judge'], /^1: error: The address must begin with https:/],
    [['judge', 'set', 'demo', 'http://10.0.0.5/v2'], /^1: error: The address must begin with https:/],
    [['set', 'demo', 'judge-url', 'https://model.internal'], /^1: error: The address must begin with https:/],
    [['judge', 'set', 'demo', 'loc'], /^1: error: judge-url takes the https address of a judge outside/],
    [
      ['judge', 'set', 'demo', 'https://a.example', '--kind', 'x'],
      /^1: error: judge-kind takes hook, openai-mod/,
    ],
    [['judge', 'show', 'khác'], /^1: error: no site "khác"/],
  ];
  for (const [args, sentence] of refused) expect(await run(['site', ...args])).toMatch(sentence);
  const set = await run([
    'site',
    'judge',
    'set',
    'demo',
    'http://10.0.0.5/v1/moderations',
    '--kind',
    'openai-chat',
  ]);
  expect(JSON.parse(set)).toMatchObject({ url: 'http://10.0.0.5/v1/moderations', key: null });
});

test('the judge that the guide shows judges', async () => {
  const guide = readFileSync(new URL('../../docs/judge.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n([\s\S]+?)```/.exec(guide) ?? [];
  expect(code.trim().split('\n').length).toBeLessThanOrEqual(20);
  const { command, send } = await start();
  const port = await freePort();
  const secret = await command('set', 'demo', `http://127.0.0.1:${port}/`);
  const child = spawn(process.execPath, ['--input-type=module', '-e', code.replace('8080', String(port))], {
    env: { ...process.env, JUDGE_SECRET: secret },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill());
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)).toBeTruthy();
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).status).toBe(401);
  expect(await send('Bài viết rất hữu ích.')).toBe('published');
  expect(await send('Nhờ mọi người chuyển khoản giúp.')).toBe('pending');
  expect(JSON.parse(await command('test', 'demo', 'Xin chuyển khoản')).findings).toEqual([
    {
      ...{ rule: 'judge', verdict: 'hold', start: 4, end: 16 },
      message: { vi: 'Nói đến chuyển khoản.', en: 'Nói đến chuyển khoản.' },
    },
  ]);
});
