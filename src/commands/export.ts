import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Command, Option } from 'commander';
import { writeJsonl } from '../moving/out/jsonl.ts';
import { writeWxr } from '../moving/out/wxr.ts';
import { noteAct } from '../store/acts/note.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { StorageFailure } from '../store/database.ts';
import { exportRows, holdStill } from '../store/moved/export.ts';
import { toLine } from './moving/lines.ts';
import { Sealer } from './moving/seal.ts';
import { type Opened, siteNamed, withDatabase } from './open.ts';

const chunkLength = 64 * 1024;

export function exportCommand(): Command {
  return new Command('export')
    .description('print everything that moves to another database, as JSON lines; import reads it')
    .option('--site <id>', 'only what is of this site')
    .addOption(
      new Option('--format <format>', 'the comments of one site alone, for other systems').choices(
        outFormats,
      ),
    )
    .action(({ site, format }: { site?: string; format?: OutFormat }) =>
      withDatabase((opened) => (format ? exportComments(opened, site, format) : exportAll(opened, site))),
    );
}

const writers = { jsonl: writeJsonl, wxr: writeWxr };
type OutFormat = keyof typeof writers;
const outFormats = Object.keys(writers);

async function exportComments(opened: Opened, typed: string | undefined, format: OutFormat): Promise<void> {
  if (typed === undefined) throw new Error('export --format takes --site ID: whose comments');
  const site = await siteNamed(opened, typed);
  await noteExport(opened, site.id, format);
  if (opened.sqlite) await holdStill(opened.sqlite);
  await writeAll(writers[format](opened.database, site));
  console.error('this holds e-mail addresses of readers: delete it after the move');
}

async function exportAll(opened: Opened, typed: string | undefined): Promise<void> {
  const site = typed === undefined ? undefined : (await siteNamed(opened, typed)).id;
  await noteExport(opened, site ?? null, 'all');
  if (opened.sqlite) await holdStill(opened.sqlite);
  await writeAll(linesOf(opened, site));
  console.error('this holds e-mail addresses and password hashes: keep it as a backup is kept');
  console.error('it does not hold the secret: receipts work where the same SECRET is set, and nowhere else');
}

/** Where nothing can be stored any more, what is there can be saved all the same. */
async function noteExport({ database }: Opened, site: string | null, format: string): Promise<void> {
  const act = actBy({ now: Date.now, random: randomBytes }, byCommand);
  try {
    await noteAct(database, act, { kind: 'export', site, details: { format } });
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    console.error('the log does not say of this export: nothing can be stored just now');
  }
}

async function* linesOf({ database }: Opened, site: string | undefined): AsyncGenerator<string> {
  const sealer = new Sealer();
  const counts: Record<string, number> = {};
  yield line(sealer.seal({ format: 'binh-luan', version: 1, site: site ?? null }));
  for await (const { kind, row } of exportRows(database, site)) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    yield line(sealer.seal(toLine(kind, row)));
  }
  yield line(sealer.seal({ kind: 'footer', counts }));
}

const line = (text: string) => `${text}\n`;

async function writeAll(parts: AsyncIterable<string>): Promise<void> {
  let chunk = '';
  for await (const part of parts) {
    chunk += part;
    if (chunk.length < chunkLength) continue;
    await write(chunk);
    chunk = '';
  }
  await write(chunk);
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
