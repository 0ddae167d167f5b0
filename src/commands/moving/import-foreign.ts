import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { bringIn } from '../../moving/bring-in.ts';
import { formatNames } from '../../moving/formats/formats.ts';
import type { Plan } from '../../moving/plan.ts';
import { encodings } from '../../moving/read/recode.ts';
import { readZone } from '../../moving/read/time.ts';
import { isServed } from '../../store/files/server-lock.ts';
import { givenSettings, siteNamed, withDatabase } from '../open.ts';
import { LeftOutFile } from './left-out-file.ts';
import { Progress } from './progress.ts';

export type Given = Partial<Pick<Plan, 'encoding' | 'sourceSite' | 'withoutSpam' | 'learn' | 'dryRun'>> & {
  from?: Plan['format'];
  site?: string;
  zone?: string;
  origin?: string[];
  report?: string;
};

export function addForeignOptions(command: Command): Command {
  return command
    .argument('[file]', 'what another system exported')
    .addOption(new Option('--from <system>', 'which system that was').choices(formatNames))
    .option('--site <id>', 'the site that gets the comments')
    .option('--dry-run', 'tell everything and write no comment')
    .option('--zone <zone>', 'the zone of times that do not say theirs, as +07:00 or Asia/Ho_Chi_Minh')
    .option(
      '--origin <url...>',
      "whose pages are the site's, beside those of its origins: an earlier address of it",
    )
    .option('--without-spam', 'leave out what was spam there')
    .option('--learn', 'teach the filter by what was published and what was spam there')
    .option('--source-site <name>', 'of a file with several sites, the one to read')
    .addOption(new Option('--encoding <name>', 'what the file is in, if not in UTF-8').choices(encodings))
    .option('--report <file>', 'where each row that is left out is told, if not in FILE.left-out.jsonl');
}

/** Brings in a file of another system; ends with a report on standard output. */
export async function importForeign(path: string | undefined, given: Given): Promise<void> {
  const { from: format, site, zone, origin: origins = [], report = `${path}.left-out.jsonl` } = given;
  if (!path || !format) throw new Error('import --from takes a FILE: import --from disqus FILE --site ID');
  if (!site) throw new Error('import --from takes --site ID: the site that gets the comments');
  const { withoutSpam = false, learn = false, dryRun = false, encoding, sourceSite } = given;
  await withDatabase(async ({ database, sqlite }) => {
    const plan = {
      ...{ path, file: basename(path), format, site: await siteNamed({ database }, site), origins },
      ...{
        zone: zone === undefined ? undefined : readZone(zone),
        withoutSpam,
        learn,
        dryRun,
        encoding,
        sourceSite,
      },
    };
    const progress = new Progress();
    const leftOut = new LeftOutFile(report);
    const target = {
      database,
      now: Date.now,
      random: randomBytes,
      isServed: sqlite ? servedNow() : () => false,
    };
    const told = await bringIn(target, plan, {
      read: (bytes, of, comments) => progress.read(bytes, of, comments),
      written: (comments, of) => progress.written(comments, of),
      leftOut: (row) => leftOut.add(row),
    }).finally(() => leftOut.close());
    console.log(JSON.stringify({ ...told, leftOutFile: leftOut.path }, null, 1));
  });
}

/** Whether the data folder is served, as of a second ago or less. */
function servedNow(): () => boolean {
  const { DATA_DIR } = givenSettings();
  let askedAt = Number.NEGATIVE_INFINITY;
  let served = false;
  return () => {
    const now = performance.now();
    if (now < askedAt + 1000) return served;
    askedAt = now;
    served = isServed(DATA_DIR);
    return served;
  };
}
