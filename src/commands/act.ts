import { Command } from 'commander';
import { operatorOf, readsAll } from '../acts/reader.ts';
import { undoAct } from '../acts/undo.ts';
import { listLog } from '../store/acts/log.ts';
import { byCommand } from '../store/acts/record.ts';
import { findAct } from '../store/acts.ts';
import { everyRow } from '../store/cursor.ts';
import { withWorld } from './open.ts';

const atOnce = 100;

export function actCommand(): Command {
  const act = new Command('act')
    .description('what was done: decisions, moves, imports, replies, settings, accounts')
    .showSuggestionAfterError(false);
  act
    .command('list')
    .description('print what was done, the latest first, a JSON object a line')
    .action(() =>
      withWorld(async ({ database }) => {
        const reader = await operatorOf(database);
        const entries = everyRow((cursor) => listLog(database, { reader, limit: atOnce, cursor }));
        for await (const one of entries) console.log(JSON.stringify(one));
      }),
    );
  act
    .command('undo <id>')
    .description('undo an act as a whole; prints the id of the act that undoes it')
    .action((id: string) =>
      withWorld(async (world) => {
        const found = await findAct(world.database, readsAll, id);
        if (!found) throw new Error(`no act "${id}"; see act list`);
        console.log(await undoAct(world, found, byCommand));
      }),
    );
  return act;
}
