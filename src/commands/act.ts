import { Command } from 'commander';
import { undoAct } from '../acts/undo.ts';
import { byCommand } from '../store/acts/record.ts';
import { findAct, listActs } from '../store/acts.ts';
import { everyRow } from '../store/cursor.ts';
import { listSites } from '../store/sites.ts';
import type { World } from '../world/world.ts';
import { withWorld } from './open.ts';

const atOnce = 100;

export function actCommand(): Command {
  const act = new Command('act')
    .description('what was done beside decisions: moves, imports, replies, picks, erasures')
    .showSuggestionAfterError(false);
  act
    .command('list')
    .description('print what was done, the latest first, a JSON object a line')
    .action(() =>
      withWorld(async (world) => {
        const sites = await siteIds(world);
        const acts = everyRow((cursor) => listActs(world.database, { sites, limit: atOnce, cursor }));
        for await (const one of acts) console.log(JSON.stringify(one));
      }),
    );
  act
    .command('undo <id>')
    .description('undo an act as a whole; prints the id of the act that undoes it')
    .action((id: string) =>
      withWorld(async (world) => {
        const found = await findAct(world.database, await siteIds(world), id);
        if (!found) throw new Error(`no act "${id}"; see act list`);
        console.log(await undoAct(world, found, byCommand));
      }),
    );
  return act;
}

async function siteIds({ database }: World): Promise<string[]> {
  return (await listSites(database)).map(({ id }) => id);
}
