import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { causesIn, column } from '../support/faults.ts';
import { prepareFolder, sendComment, startSenders } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { freePort, startProcess } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A process and all that it started, the oldest first. */
function treeOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = lines.map((line) => line.trim().split(/ +/).map(Number));
  const children = parents.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
  return [pid, ...children.flatMap(treeOf)];
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The service as an operator starts it: by npm, which makes a tree of processes. */
async function startByNpm(words: readonly string[], env: Record<string, string>) {
  const npm: ChildProcess = spawn('npm', words, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', npm_config_update_notifier: 'false', LOG_LEVEL: 'warn', ...env },
    // A group of its own, as a terminal gives it.
    detached: true,
  });
  let output = '';
  npm.stdout?.on('data', (text) => {
    output += text;
  });
  npm.stderr?.on('data', (text) => {
    output += text;
  });
  await expect.poll(() => output).toContain('binh-luan: http://');
  const tree = treeOf(npm.pid ?? 0);
  onTestFinished(() => tree.filter(lives).forEach((pid) => void process.kill(pid, 'SIGKILL')));
  return { tree, output: () => output };
}

test('whichever process of npm start is told, and however, all end, and the next start serves', async () => {
  const env = { DATA_DIR: newFolder(), PORT: String(await freePort()) };
  const told = async (words: readonly string[], choose: (tree: number[]) => number[], signal: string) => {
    const { tree, output } = await startByNpm(words, env);
    for (const pid of choose(tree)) process.kill(pid, signal);
    await expect.poll(() => tree.filter(lives)).toEqual([]);
    expect([signal, output().includes('another')]).toEqual([signal, false]);
    return tree.length;
  };
  const first = (tree: number[]) => tree.slice(0, 1);
  const last = (tree: number[]) => tree.slice(-1);
  const lengths = [
    await told(['start'], first, 'SIGTERM'),
    await told(['start'], first, 'SIGINT'),
    await told(['start'], first, 'SIGHUP'),
    await told(['start'], first, 'SIGKILL'),
    await told(['start'], last, 'SIGTERM'),
    // As a terminal does, and one that is closed.
    await told(['start'], (tree) => tree, 'SIGINT'),
    await told(['start'], (tree) => tree, 'SIGHUP'),
  ];
  const serve = ['run', '-s', 'cli', '--', 'serve'];
  for (const at of [0, 1, -1]) lengths.push(await told(serve, (tree) => [tree.at(at) ?? 0], 'SIGTERM'));
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2);
});

test('stopped while 12 send on connections that stay open, it leaves nothing stored that was not answered', async () => {
  const rounds = Array.from({ length: 3 });
  for (const _ of rounds) {
    const directory = newFolder();
    await prepareFolder(directory);
    const service = await startProcess({ DATA_DIR: directory });
    onTestFinished(() => service.stop());
    const senders = startSenders(service.url, 12);
    await expect.poll(() => senders.acknowledged().length).toBeGreaterThan(50);
    service.signal('SIGTERM');
    expect(await service.ended).toBe(0);
    await senders.ended;
    const answered = new Set(senders.acknowledged());
    const stored = column(directory, 'select id from comments');
    const kinds = new Set(senders.told.map(({ status, retryAfter }) => `${status} ${retryAfter}`));
    kinds.delete('503 5');
    expect([stored.filter((id) => !answered.has(String(id))), kinds]).toEqual([[], new Set(['202 null'])]);
    expect([stored.length, causesIn(service.output.err)]).toEqual([answered.size, []]);
  }
});

test('stopped amid a storm of likes, it stores what it answered, and answers what it stored', async () => {
  const directory = newFolder();
  await prepareFolder(directory);
  const service = await startProcess({ DATA_DIR: directory, TRUSTED_PROXIES: '127.0.0.1' });
  onTestFinished(() => service.stop());
  await service.command(['site', 'set', 'demo', 'moderation', 'publish-clean']);
  const { id } = await sendComment(service.url, 'Bài viết rất hay, cảm ơn.');
  const told: number[] = [];
  const like = async (reader: number) => {
    const headers = { 'x-forwarded-for': `10.0.${reader >> 8}.${reader & 255}` };
    const address = `${service.url}/api/v1/sites/demo/comments/${id}/like`;
    const answer = await fetch(address, { method: 'PUT', headers }).catch(() => undefined);
    if (answer) told.push(answer.status);
  };
  const all = Array.from({ length: 300 }, (_, reader) => like(reader));
  await expect.poll(() => told.length).toBeGreaterThan(0);
  service.signal('SIGTERM');
  await Promise.all(all);
  expect(await service.ended).toBe(0);
  const answered = told.filter((status) => status === 200).length;
  expect([new Set(told).difference(new Set([200, 503])), answered > 1]).toEqual([new Set(), true]);
  expect(column(directory, 'select count(*) from likes')).toEqual([answered]);
  expect(column(directory, 'select likes from comments')).toEqual([answered]);
});

/** A connection that keeps what comes, and knows when the other side has ended it. */
function open(url: string, begun: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (text) => {
    answer += text;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  socket.write(begun);
  return { ended, write: (text: string) => socket.write(text), answer: () => answer };
}

test.each(['SIGTERM', 'SIGHUP'] as const)(
  'told to stop by %s, it answers what was taken in and refuses what is new, on connections that end with it',
  async (signal) => {
    const directory = newFolder();
    await prepareFolder(directory);
    const service = await startProcess({ DATA_DIR: directory });
    onTestFinished(() => service.stop());
    const body = JSON.stringify({ article: { key: '/bai' }, author: 'Hòa', body: 'Ý kiến đang gửi.' });
    const head = [
      'POST /api/v1/sites/demo/comments HTTP/1.1',
      'Host: x',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Content-Type: application/json',
      'Expect: 100-continue',
    ].join('\r\n');
    const resting = open(service.url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    const taken = open(service.url, `${head}\r\n\r\n${body.slice(0, 20)}`);
    const begun = open(service.url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n');
    await expect.poll(resting.answer).toContain('ok\n');
    // It says so as it takes the request in.
    const goOn = 'HTTP/1.1 100 Continue\r\n\r\n';
    await expect.poll(taken.answer).toBe(goOn);
    expect(resting.answer()).toMatch(/\r\nKeep-Alive: timeout=75\r\n/i);
    service.signal(signal);
    await resting.ended;
    begun.write('\r\n');
    taken.write(body.slice(20));
    const answers = [(await taken.ended).replace(goOn, ''), await begun.ended];
    expect(answers.map((answer) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toEqual(['202', '503']);
    expect(answers.map((answer) => answer.match(/^connection: close\r$/gim)?.length)).toEqual([1, 1]);
    expect(answers[1]).toMatch(/^retry-after: 5\r$/im);
    expect(await service.ended).toBe(0);
  },
);
