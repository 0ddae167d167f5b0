import { statSync } from 'node:fs';
import { sql } from 'kysely';
import { build, StorageFailure } from '../database.ts';
import type { SqliteDatabase } from '../sqlite.ts';

/** A database is these files, by what their names end in. A log appears with the first use. */
const endings = ['', '-wal', '-shm'] as const;

/** Sees to it that what is written to a database's files can be found again under their names. */
export class FileWatch {
  readonly #file: string;
  readonly #database: SqliteDatabase;
  readonly #known = new Map<string, string>();
  #openings: number;
  #size: number;

  constructor(file: string, database: SqliteDatabase) {
    this.#file = file;
    this.#database = database;
    this.#openings = database.openings;
    this.#size = statSync(file).size;
    this.#findFault();
  }

  /** Looks again and again; what is wrong stops the writes. */
  begin(everyMs = 1000): void {
    setInterval(() => void this.#look().catch(() => undefined), everyMs).unref();
  }

  /** Resolves once all that was written by now is on the disk, and in its place; rejects with StorageFailure. */
  async settled(): Promise<void> {
    await this.#database.settled();
    if (await this.#look()) throw new StorageFailure('the database is not in its place');
  }

  /** What is wrong, if anything is: then writes have stopped, for as long as this process lives. */
  #look(): Promise<string | undefined> {
    return this.#database.guard(async () => {
      const fault = this.#findFault() ?? (await this.#findCut());
      if (fault) this.#database.stopWrites(fault);
      return fault;
    });
  }

  #findFault(): string | undefined {
    if (this.#openings !== this.#database.openings) this.#learnAnew();
    return endings.map((ending) => this.#findChange(ending)).find((fault) => fault !== undefined);
  }

  /** Only whoever was the last to close a database deletes its log: then ours was opened anew. */
  #learnAnew(): void {
    this.#openings = this.#database.openings;
    for (const ending of endings) if (ending !== '') this.#known.delete(ending);
  }

  #findChange(ending: string): string | undefined {
    const there = statSync(this.#file + ending, { throwIfNoEntry: false });
    const identity = there && `${there.dev} ${there.ino}`;
    const known = this.#known.get(ending);
    if (identity && !known) this.#known.set(ending, identity);
    if (!known || identity === known) return undefined;
    return `"${this.#file}${ending}" ${identity ? 'is another file than was opened' : 'is gone'}`;
  }

  /** A file that became smaller was cut, unless somebody compacted it: then SQLite knows of it. */
  async #findCut(): Promise<string | undefined> {
    const { size } = statSync(this.#file);
    const shrank = size < this.#size;
    this.#size = size;
    if (!shrank) return undefined;
    const [pages] = await this.#database.query(
      sql<{ bytes: number }>`select page_count * page_size as bytes
        from pragma_page_count, pragma_page_size`.compile(build),
    );
    return pages && size < pages.bytes
      ? `"${this.#file}" is cut: it has ${size} bytes of ${pages.bytes}`
      : undefined;
  }
}
