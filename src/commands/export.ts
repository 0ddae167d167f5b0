import { once } from 'node:events';
import { Command } from 'commander';
import { exportRows, holdStill } from '../store/moved/export.ts';
import { toLine } from './moving/lines.ts';
import { Sealer } from './moving/seal.ts';
import { type Opened, siteNamed, withDatabase } from './open.ts';

const chunkLength = 64 * 1024;

export function exportCommand(): Command {
  return new Command('export')
    .description('print everything that moves to another database, as JSON lines; import reads it')
    .option('--site <id>', 'only what is of this site')
    .action(({ site }: { site?: string }) => withDatabase((opened) => exportAll(opened, site)));
}

async function exportAll(opened: Opened, typed: string | undefined): Promise<void> {
  if (opened.sqlite) await holdStill(opened.sqlite);
  const site = typed === undefined ? undefined : (await siteNamed(opened, typed)).id;
  let chunk = '';
  for await (const line of linesOf(opened, site)) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    await write(chunk);
    chunk = '';
  }
  await write(chunk);
  console.error('this holds e-mail addresses and password hashes: keep it as a backup is kept');
  console.error('it does not hold the secret: receipts work where the same SECRET is set, and nowhere else');
}

async function* linesOf({ database }: Opened, site: string | undefined): AsyncGenerator<string> {
  const sealer = new Sealer();
  const counts: Record<string, number> = {};
  yield sealer.seal({ format: 'binh-luan', version: 1, site: site ?? null });
  for await (const { kind, row } of exportRows(database, site)) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    yield sealer.seal(toLine(kind, row));
  }
  yield sealer.seal({ kind: 'footer', counts });
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
