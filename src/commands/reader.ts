import { Command, Option } from 'commander';
import { copyComments } from '../comments/kept/copy.ts';
import { eraseComments, findCommentsOf, type ReaderName } from '../comments/reader.ts';
import { noteAct } from '../store/acts/note.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { purge } from '../store/erasure/purge.ts';
import type { World } from '../world/world.ts';
import { siteNamed, withWorld } from './open.ts';

interface Given {
  email?: string;
  receipt?: string;
  sub?: string;
  site?: string;
}

const email = () =>
  new Option('--email <address>', 'the e-mail address that was given with the comments').conflicts('receipt');
const receipt = () => new Option('--receipt <receipt>', 'the receipt of one comment');
const sub = () =>
  new Option('--sub <sub>', 'what their site calls them in its tokens, with --site').conflicts([
    'email',
    'receipt',
  ]);
const site = () => new Option('--site <site>', 'the site of --sub');

export function readerCommand(): Command {
  const reader = new Command('reader')
    .description(
      'what is kept of a reader; by e-mail address or by --sub only while that is known (retention-days)',
    )
    .showSuggestionAfterError(false);
  reader
    .command('export')
    .description('print all that is kept of the comments of a reader, as JSON')
    .addOption(email())
    .addOption(receipt())
    .addOption(sub())
    .addOption(site())
    .action((given: Given) =>
      withWorld(async (world) => {
        const comments = await copyComments(world, await findAsked(world, given));
        const details = { what: 'reader', comments: comments.length };
        await noteAct(world.database, actBy(world, byCommand), { kind: 'export', details });
        console.log(JSON.stringify({ comments }, null, 2));
      }),
    );
  reader
    .command('erase')
    .description('erase the comments of a reader for good; answers to them and the decision log stay')
    .addOption(email())
    .addOption(receipt())
    .addOption(sub())
    .addOption(site())
    .option(
      '--even-reported',
      'at once, also what readers reported and moderators have not settled, and the hash of the sender',
    )
    .option('--yes', 'do it; without, it only says what would be erased')
    .action(
      ({ yes = false, evenReported = false, ...given }: Given & { yes?: boolean; evenReported?: boolean }) =>
        withWorld(async (world) => {
          const ids = await findAsked(world, given);
          const named = `${ids.length === 1 ? '1 comment' : `${ids.length} comments`}: ${ids.join(', ')}`;
          if (ids.length === 0) throw new Error('there is no comment of this reader');
          if (!yes) throw new Error(`this would erase for good ${named}; add --yes to do it`);
          await eraseComments(world, ids, byCommand, evenReported);
          if (world.sqlite) await purge(world.sqlite);
          for (const id of ids) console.log(id);
        }),
    );
  return reader;
}

async function findAsked(world: World, given: Given): Promise<string[]> {
  return findCommentsOf(world, await nameOf(world, given));
}

async function nameOf(world: World, { email, receipt, sub, site }: Given): Promise<ReaderName> {
  if (email !== undefined) return { email };
  if (receipt !== undefined) return { receipt };
  if (sub !== undefined && site !== undefined) return { sub, site: await siteNamed(world, site) };
  throw new Error('name the reader by --email, by --receipt, or by --sub and --site');
}
