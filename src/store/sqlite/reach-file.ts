import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Mark } from './mark.ts';

/** Beside a database: how far it is acknowledged. It may lag behind what the log holds, and is never ahead of it. */
export class ReachFile {
  readonly #path: string;
  #opened: Promise<FileHandle> | undefined;

  constructor(database: string) {
    this.#path = reachFile(database);
  }

  /** Written in place and not synced. Where that fails the note stays behind, which harms nobody. */
  async note({ database, commits }: Mark): Promise<void> {
    const line = `${wide(database)} ${wide(commits)}\n`;
    try {
      this.#opened ??= openToWrite(this.#path);
      await (await this.#opened).write(line, 0);
    } catch {
      this.close();
    }
  }

  close(): void {
    this.#opened?.then((file) => file.close()).catch(() => undefined);
    this.#opened = undefined;
  }
}

/** Not cut to nothing, and not for appending, so that what is there stays until it is replaced. */
function openToWrite(path: string): Promise<FileHandle> {
  return open(path, 'r+').catch(() => open(path, 'wx+', 0o600));
}

/** Always as long, so that a line covers the one before. */
function wide(number: number): string {
  return String(number).padStart(11);
}

export function reachFile(database: string): string {
  return `${database}-reach`;
}

/** Undefined where nothing was noted, or what was cannot be read. */
export function readReach(database: string): Mark | undefined {
  const [, id, commits] = /^ *(-?\d+) +(-?\d+)\n$/.exec(readText(reachFile(database))) ?? [];
  return id && commits ? { database: Number(id), commits: Number(commits) } : undefined;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
