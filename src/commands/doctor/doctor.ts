import { Command } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { publicUrlOf, type Settings } from '../../settings.ts';
import { openDataDir, secretOf } from '../../store/files/data-dir.ts';
import { givenSettings } from '../open.ts';
import { lookFromOutside } from './asking.ts';
import { lookAtFolder } from './folder.ts';
import { causeOf, type Found, finds } from './found.ts';
import { lookAtMail, lookAtStored } from './stored.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'look at address, proxy, disk, clock, mail, channels and copies: a line each, with what to do',
    )
    .option('--json', 'a JSON object a line')
    .action(async ({ json = false }: { json?: boolean }) => {
      let wrong = 0;
      for await (const found of examine()) {
        console.log(json ? JSON.stringify(found) : lineOf(found));
        if (found.level === 'wrong') wrong += 1;
      }
      if (wrong > 0) throw new Error(`${wrong} ${wrong === 1 ? 'check' : 'checks'} found something wrong`);
    });
}

function lineOf({ check, level, says, todo }: Found): string {
  return `${level}: ${check}: ${says}${todo ? `; what to do: ${todo}` : ''}`;
}

async function* examine(): AsyncGenerator<Found> {
  yield lookAtNode();
  const settings = readOr();
  if (!('PORT' in settings)) return yield settings;
  const folder = lookAtFolder(settings);
  yield* folder;
  yield* await lookAtMail(settings);
  const schema = folder.find(({ check }) => check === 'schema')?.level;
  const secret = schema === 'wrong' ? undefined : knownSecret(settings);
  if (secret) yield* await lookFromOutside({ settings, publicUrl: publicUrlOf(settings), secret });
  // To open the database of an older program would change it.
  if (schema === 'ok') yield* await lookInside(settings);
}

/** Where there is a database none is made anew. */
function knownSecret({ DATA_DIR, SECRET }: Settings): string | undefined {
  try {
    return secretOf(DATA_DIR, SECRET);
  } catch {
    return undefined;
  }
}

async function lookInside(settings: Settings): Promise<Found[]> {
  const database = openDataDir(settings.DATA_DIR, settings.SECRET);
  try {
    return await lookAtStored(database, publicUrlOf(settings));
  } finally {
    await database.close();
  }
}

function readOr(): Settings | Found {
  try {
    return givenSettings();
  } catch (error) {
    return finds('settings').wrong(causeOf(error), 'correct it: the service does not start with it');
  }
}

function lookAtNode(): Found {
  const { ok, wrong } = finds('node');
  const [, least = ''] = /(\d+\.\d+)/.exec(manifest.engines.node) ?? [];
  const isEnough = process.versions.node.localeCompare(least, 'en', { numeric: true }) >= 0;
  const says = `${process.version} on ${process.platform}`;
  return isEnough ? ok(says) : wrong(says, `take ${least} or later: npm ci brings one`);
}
