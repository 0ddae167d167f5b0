import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { causesIn, column, mayTrace } from '../support/faults.ts';
import { prepareFolder, sendComment, type Told } from '../support/load.ts';
import { newFolder } from '../support/new-folder.ts';
import { startProcess } from '../support/process.ts';

/** Has every sync of a process fail, also those of SQLite, for as long as the tracer runs. */
async function failSyncs(pid: number): Promise<ChildProcess> {
  const fault = ['-e', 'trace=fdatasync,fsync', '-e', 'inject=fdatasync,fsync:error=EIO'];
  const tracer = spawn('strace', ['-f', '-o', '/dev/null', ...fault, '-p', String(pid)]);
  const attached = new Promise<void>((resolve) => {
    tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('attached')) resolve();
    });
  });
  await attached;
  return tracer;
}

test.skipIf(!mayTrace)(
  'while no sync succeeds nothing is told as stored, and reading goes on (needs strace)',
  async () => {
    const directory = newFolder();
    await prepareFolder(directory);
    const service = await startProcess({ DATA_DIR: directory });
    onTestFinished(() => service.stop());
    const status = async (path: string) => (await fetch(service.url + path)).status;
    const told: Told[] = [await sendComment(service.url, 'Trước khi đĩa hỏng.')];
    const tracer = await failSyncs(service.pid);
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await sendComment(service.url, `Khi đĩa hỏng ${turn}.`)).toMatchObject({ status: 503, id: '' });
      expect(await status('/api/v1/sites/demo/comments?article=/bai')).toBe(200);
      expect(await status('/readyz')).toBe(503);
    }
    tracer.kill('SIGINT');
    await new Promise((resolve) => tracer.once('close', resolve));
    told.push(await sendComment(service.url, 'Sau khi đĩa lành.'));
    expect([told.map((one) => one.status), await status('/readyz')]).toEqual([[202, 202], 200]);
    // Whether a checkpoint or a sync meets it first is chance, and whether the clean-up of the start meets it too.
    const ofCleanUp = /^StorageFailure: disk I\/O error \(SQLITE_IOERR_FSYNC\)$/;
    expect(causesIn(service.output.err, ofCleanUp).toSorted()).toEqual([
      'disk I/O error (SQLITE_IOERR_FSYNC)',
      'the log could not be synced: EIO: i/o error, fdatasync',
    ]);
    service.signal('SIGKILL');
    await service.ended;
    const stored = column(directory, 'select id from comments');
    expect(told.filter(({ id }) => !stored.includes(id))).toEqual([]);
    expect(column(directory, 'pragma integrity_check')).toEqual(['ok']);
  },
);
