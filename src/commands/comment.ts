import { Command } from 'commander';
import { eraseForGood } from '../comments/purge.ts';
import { findStanding } from '../store/comments/standing.ts';
import { purge } from '../store/erasure/purge.ts';
import { withWorld } from './open.ts';

export function commentCommand(): Command {
  const comment = new Command('comment').description('one comment').showSuggestionAfterError(false);
  comment
    .command('erase <id>')
    .description(
      'erase a comment for good, with what was reported of it; answers to it and the decision log stay',
    )
    .option('--yes', 'do it; without, it only says what would be erased')
    .action((id: string, { yes = false }: { yes?: boolean }) =>
      withWorld(async (world) => {
        const found = await findStanding(world.database, id);
        if (!found) throw new Error(`no comment "${id}"`);
        if (!yes)
          throw new Error(
            `this would erase for good a comment of the site "${found.site}"; add --yes to do it`,
          );
        await eraseForGood(world, found.site, id);
        if (world.sqlite) await purge(world.sqlite);
        console.log(id);
      }),
    );
  return comment;
}
