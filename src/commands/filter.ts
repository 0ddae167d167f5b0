import { Command } from 'commander';
import { relearn } from '../screening/lessons.ts';
import { noteAct } from '../store/acts/note.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { listSites } from '../store/sites.ts';
import { siteNamed, withWorld } from './open.ts';

export function filterCommand(): Command {
  const filter = new Command('filter')
    .description('what the filter learned from decisions')
    .showSuggestionAfterError(false);
  filter
    .command('relearn')
    .description('make what sites have taught anew from the decision log')
    .option('--site <id>', 'of one site; of all where none is named')
    .action(({ site }: { site?: string }) =>
      withWorld(async (world) => {
        const sites = site === undefined ? await listSites(world.database) : [await siteNamed(world, site)];
        for (const one of sites) {
          await relearn(world, one);
          await noteAct(world.database, actBy(world, byCommand), { kind: 'relearn', site: one.id });
          console.log(one.id);
        }
      }),
    );
  return filter;
}
