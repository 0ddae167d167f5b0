import { expect, onTestFinished, test } from 'vitest';
import { facts } from '../../bench/releases/facts.ts';
import { column } from '../support/faults.ts';
import { prepareFolder, startSenders } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess } from '../support/process.ts';
import { releases, unpackRelease } from '../support/releases.ts';

test('the next program waits, amid a storm of comments, for the one before, and loses none', async () => {
  const directory = newFolder();
  await prepareFolder(directory);
  const first = await startProcess({ DATA_DIR: directory });
  onTestFinished(() => first.stop());
  const early = startSenders(first.url, 12);
  await expect.poll(() => early.acknowledged().length).toBeGreaterThan(50);
  let written = { err: '' };
  const watch = (output: { err: string }) => {
    written = output;
  };
  const next = startProcess(first.env, { watch });
  await expect.poll(() => written.err).toContain('waits for it to stop');
  first.signal('SIGTERM');
  const second = await next;
  onTestFinished(() => second.stop());
  expect(await first.ended).toBe(0);
  await early.stop();
  const late = startSenders(second.url, 2);
  await expect.poll(() => late.acknowledged().length).toBeGreaterThan(5);
  await late.stop();
  const stored = column(directory, 'select id from comments').map(String).sort();
  expect(stored).toEqual([...early.acknowledged(), ...late.acknowledged()].sort());
});

test('the first of our databases is served as npm start does it, and says nothing of it', async () => {
  const directory = newFolder();
  const { receipts } = unpackRelease(releases[0] ?? '', directory);
  const service = await startProcess({ DATA_DIR: directory, SECRET: facts.secret });
  onTestFinished(() => service.stop());
  const answers = await Promise.all(
    receipts.map((receipt) => fetch(`${service.url}/api/v1/receipts/${receipt}`)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const checked = await service.command(['check']);
  expect([checked.code, checked.err, service.output.err]).toEqual([0, '', '']);
});
