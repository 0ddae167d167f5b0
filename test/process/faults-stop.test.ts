import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { causesIn, column } from '../support/faults.ts';
import { databaseIn, prepareFolder, startSenders } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, startProcess } from '../support/process.ts';

async function newService() {
  const directory = newFolder();
  await prepareFolder(directory);
  const service = await startProcess({ DATA_DIR: directory });
  onTestFinished(() => service.stop());
  return { ...service, directory };
}

/** An upload that goes quiet; resolves with all that it was answered once it was cut off. */
function stall(url: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = ['POST /api/v1/sites/demo/comments HTTP/1.1', 'Host: 127.0.0.1', 'Content-Length: 1000'];
  socket.write([...head, 'Content-Type: application/json', '', '{"article":'].join('\r\n'));
  let answer = '';
  socket.on('data', (text) => {
    answer += text;
  });
  return new Promise((resolve) => {
    socket.once('error', () => resolve(answer)).once('close', () => resolve(answer));
  });
}

test('told to stop while 32 send and one upload stalls, it ends in time and loses nothing', async () => {
  const service = await newService();
  const stalled = stall(service.url);
  const senders = startSenders(service.url, 32);
  await expect.poll(() => senders.acknowledged().length).toBeGreaterThan(200);
  const started = performance.now();
  service.signal('SIGTERM');
  expect(await service.ended).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  await Promise.all([senders.ended, stalled]);
  const stored = column(service.directory, 'select id from comments');
  expect(senders.acknowledged().filter((id) => !stored.includes(id))).toEqual([]);
  // What is new is refused, and so said.
  const refused = senders.told.filter(({ status }) => status !== 202);
  expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '5')).toEqual([]);
  expect([causesIn(service.output.err), column(service.directory, 'pragma integrity_check')]).toEqual([
    [],
    ['ok'],
  ]);
});

test('a copy that is made while comments come in is what there was at one moment, and can be put back', async () => {
  const service = await newService();
  const file = join(newFolder(), 'copy.db');
  const senders = startSenders(service.url, 25, { pauseMs: 200 });
  await expect.poll(() => senders.acknowledged().length).toBeGreaterThan(150);
  const rounds: { code: number | null; before: string[]; during: number }[] = [];
  const started = performance.now();
  while (performance.now() - started < 4000) {
    const before = senders.acknowledged();
    const { code } = await service.command(['backup', file, '--force']);
    rounds.push({ code, before, during: senders.acknowledged().length - before.length });
  }
  const copy = newFolder();
  expect(await runCommand(['restore', file], { env: { DATA_DIR: service.directory } })).toMatchObject({
    code: 1,
    err: `error: "${databaseIn(service.directory)}" is in use; stop the server first\n`,
  });
  await senders.stop();
  const last = rounds.at(-1);
  expect(rounds.map(({ code, during }) => [code, during > 0])).toEqual(rounds.map(() => [0, true]));

  const restored = await runCommand(['restore', file], { env: { DATA_DIR: copy } });
  const checked = await runCommand(['check'], { env: { DATA_DIR: copy } });
  expect([restored.code, checked.code, checked.err]).toEqual([0, 0, '']);
  const order = 'select id from comments order by number';
  const kept = column(copy, order);
  expect(last?.before.filter((id) => !kept.includes(id))).toEqual([]);
  expect(column(service.directory, order).slice(0, kept.length)).toEqual(kept);
  service.signal('SIGTERM');
  expect(await service.ended).toBe(0);
  const back = await runCommand(['restore', file], { env: { DATA_DIR: service.directory } });
  expect([back.code, causesIn(service.output.err)]).toEqual([0, []]);
  const second = await startProcess({ DATA_DIR: service.directory });
  onTestFinished(() => second.stop());
  expect(column(service.directory, order)).toEqual(kept);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});
