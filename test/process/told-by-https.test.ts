import { test } from 'vitest';
import { startProcess } from '../support/process.ts';
import { expectToldByHttps, openTrusted } from '../support/told-by-https.ts';
import { startWorker } from '../support/worker-process.ts';

test('by https only a receiver is told whose certificate is trusted, current and of its name', async () => {
  const { authority, env } = await openTrusted();
  const started = await startProcess(env);
  try {
    await expectToldByHttps(started, authority);
  } finally {
    await started.stop();
  }
});

test('on Workers too only a receiver with such a certificate is told by https', async () => {
  const { authority, env } = await openTrusted();
  const worker = await startWorker({}, [], env);
  try {
    await expectToldByHttps(worker, authority);
  } finally {
    await worker.stop();
  }
});
