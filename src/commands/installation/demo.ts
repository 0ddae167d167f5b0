import { Command } from 'commander';
import { readsAll } from '../../acts/reader.ts';
import { undoAct } from '../../acts/undo.ts';
import { byCommand } from '../../store/acts/record.ts';
import { findAct } from '../../store/acts.ts';
import { purge } from '../../store/erasure/purge.ts';
import { findSamples } from '../../store/foreign/samples.ts';
import { withWorld } from '../open.ts';

/** The samples that the first start of an empty installation puts under the demo article. */
export function demoCommand(): Command {
  const demo = new Command('demo')
    .description('the article of the first-run page, and the samples under it')
    .showSuggestionAfterError(false);
  demo
    .command('clear')
    .description('take out the samples; what readers answered to them stays, under an empty place')
    .action(() =>
      withWorld(async (world) => {
        const samples = await findSamples(world.database);
        const act = samples && (await findAct(world.database, readsAll, samples));
        if (!act) throw new Error('there are no samples');
        console.log(await undoAct(world, act, byCommand));
        if (world.sqlite) await purge(world.sqlite);
      }),
    );
  return demo;
}
