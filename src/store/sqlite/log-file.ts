import { type FileHandle, open } from 'node:fs/promises';
import { StorageFailure } from '../failure.ts';
import { messageOf } from './errors.ts';

/** The file of a log, opened when it is first synced. */
export class LogFile {
  readonly #path: string;
  #opened: Promise<FileHandle> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Rejects with StorageFailure. */
  async sync(): Promise<void> {
    try {
      this.#opened ??= open(this.#path, 'r+');
      const file = await this.#opened;
      await file.datasync();
    } catch (error) {
      throw new StorageFailure(`the log could not be synced: ${messageOf(error)}`, { cause: error });
    }
  }

  /** The next sync opens the file that has the name by then. */
  close(): void {
    this.#opened?.then((file) => file.close()).catch(() => undefined);
    this.#opened = undefined;
  }
}
