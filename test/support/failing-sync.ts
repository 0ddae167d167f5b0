import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Loaded before the service: no sync succeeds while the file exists that FAILING_SYNC names. */
const file = process.env.FAILING_SYNC ?? '';
const handle = await open(import.meta.filename);
const prototype: FileHandle = Object.getPrototypeOf(handle);
const { datasync } = prototype;
await handle.close();

prototype.datasync = async function (this: FileHandle): Promise<void> {
  if (existsSync(file)) throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
  return datasync.call(this);
};
