import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { noteAct } from '../store/acts/note.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { StorageFailure } from '../store/database.ts';
import { importRows } from '../store/moved/import.ts';
import { type Kind, kinds, type Moved } from '../store/moved/rows.ts';
import { addForeignOptions, type Given, importForeign } from './moving/import-foreign.ts';
import { type ReadRow, readRows } from './moving/read-lines.ts';
import { type Opened, withDatabase } from './open.ts';

const mostRows = 200;
/** Characters: a bound parameter of D1 takes 2 MB. */
const mostLength = 200_000;

export function importCommand(): Command {
  const command = new Command('import')
    .description('read from standard input what export printed; what is there already stays as it is')
    .action((file: string | undefined, given: Given) =>
      given.from ? importForeign(file, given) : importOwn(file),
    );
  return addForeignOptions(command);
}

async function importOwn(file: string | undefined): Promise<void> {
  if (file !== undefined)
    throw new Error('a file of another system needs --from, which says what exported it');
  await withDatabase(async (opened) => {
    const importing = new Importing(opened);
    await importing.run(readRows(process.stdin)).finally(() => importing.note());
    for (const line of importing.report()) console.log(line);
    console.error('receipts work only where the same SECRET is set as where this comes from');
    console.error('second factors and API tokens do not move: set them up anew');
  });
}

/** Rows of one kind are written together; what was written stays, whatever comes after it. */
class Importing {
  private readonly database: Opened['database'];
  private pending: ReadRow[] = [];
  private length = 0;
  private done = 0;
  private readonly read = new Map<Kind, number>();
  private readonly added = new Map<Kind, number>();

  constructor({ database }: Opened) {
    this.database = database;
  }

  async run(rows: AsyncIterable<ReadRow>): Promise<void> {
    try {
      for await (const row of rows) await this.take(row);
      await this.flush();
    } catch (error) {
      await this.flush().catch(() => undefined);
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(
        `${why}; ${this.done > 0 ? `what comes before line ${this.done + 1} is in` : 'nothing was written'}`,
        { cause: error },
      );
    }
  }

  /** What was added is an act, also where the rest of it was refused. */
  async note(): Promise<void> {
    const added = [...this.added.values()].reduce((sum, count) => sum + count, 0);
    if (added === 0) return;
    const details = { format: 'all', comments: this.added.get('comment') ?? 0 };
    const act = actBy({ now: Date.now, random: randomBytes }, byCommand);
    await noteAct(this.database, act, { kind: 'import', details });
  }

  /** How many rows of each kind were read, and how many of them were new. */
  report(): string[] {
    return kinds
      .filter((kind) => this.read.has(kind))
      .map((kind) => `${kind}: ${this.read.get(kind)} read, ${this.added.get(kind) ?? 0} added`);
  }

  private async take(row: ReadRow): Promise<void> {
    const [first] = this.pending;
    const full = this.pending.length === mostRows || this.length + row.length > mostLength;
    if (first && (full || first.kind !== row.kind)) await this.flush();
    this.pending.push(row);
    this.length += row.length;
  }

  private async flush(): Promise<void> {
    const rows = this.pending;
    this.pending = [];
    this.length = 0;
    await this.write(rows);
  }

  /** Where rows are refused together, the first that is refused alone is named. */
  private async write(rows: readonly ReadRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    try {
      this.count(this.added, first.kind, await this.writeTogether(first.kind, rows));
      this.count(this.read, first.kind, rows.length);
      this.done = first.line + rows.length - 1;
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      if (rows.length === 1)
        throw new Error(`line ${first.line} does not fit: ${error instanceof Error ? error.message : error}`);
      const half = rows.length >> 1;
      await this.write(rows.slice(0, half));
      await this.write(rows.slice(half));
    }
  }

  private writeTogether<One extends Kind>(kind: One, rows: readonly ReadRow[]): Promise<number> {
    return importRows(
      this.database,
      kind,
      rows.map(({ row }) => row as Moved[One]),
      Date.now(),
    );
  }

  private count(counts: Map<Kind, number>, kind: Kind, more: number): void {
    counts.set(kind, (counts.get(kind) ?? 0) + more);
  }
}
