import { Command, InvalidArgumentError, Option } from 'commander';
import { purgeAged } from '../comments/purge.ts';
import { type Aged, countAged } from '../store/erasure/aged.ts';
import { purge } from '../store/erasure/purge.ts';
import { dayMs } from '../world/clock.ts';
import { siteNamed, withWorld } from './open.ts';

interface Given {
  site: string;
  state: Aged['state'];
  olderThan: number;
  yes?: true;
}

export function purgeCommand(): Command {
  return new Command('purge')
    .description('erase for good what has been spam or rejected for long; statistics no longer count it')
    .requiredOption('--site <id>', 'whose comments')
    .addOption(
      new Option('--state <state>', 'what they are').choices(['spam', 'rejected']).makeOptionMandatory(),
    )
    .requiredOption(
      '--older-than <days>',
      'since when, counted from the last decision, else from sending',
      readDays,
    )
    .option('--yes', 'do it; without, it only says how many would be erased')
    .action((given: Given) =>
      withWorld(async (world) => {
        const { id: site } = await siteNamed(world, given.site);
        const aged = { site, state: given.state, before: world.now() - given.olderThan * dayMs };
        const count = await countAged(world.database, aged);
        if (!given.yes)
          throw new Error(
            `this would erase for good ${countOf(count)} of the site "${site}"; add --yes to do it`,
          );
        const done = count === 0 ? 0 : await purgeAged(world, aged);
        if (world.sqlite && done > 0) await purge(world.sqlite);
        console.log(JSON.stringify({ site, state: given.state, comments: done }));
      }),
    );
}

function countOf(count: number): string {
  return count === 1 ? '1 comment' : `${count} comments`;
}

function readDays(text: string): number {
  const days = Number(text);
  if (/^[0-9]{1,5}$/.test(text)) return days;
  throw new InvalidArgumentError('It takes a whole number of days.');
}
