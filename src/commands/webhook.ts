import { Command } from 'commander';
import { resend, testChannel } from '../notices/set-up.ts';
import { byCommand } from '../store/acts/record.ts';
import { findChannel, listChannels } from '../store/notices/channels.ts';
import { countWaiting } from '../store/notices/kept-deliveries.ts';
import { listSites } from '../store/sites.ts';
import type { World } from '../world/world.ts';
import { withWorld } from './open.ts';

/** What waits is told by the service that runs. */
export function webhookCommand(): Command {
  const webhook = new Command('webhook')
    .description('who is told outside what happens on a site')
    .showSuggestionAfterError(false);
  webhook
    .command('list')
    .description('print every channel with what waits for it and what failed, a JSON object a line')
    .action(() => withWorld(printAll));
  webhook
    .command('test <id>')
    .description('send a test to a channel; prints the id of the delivery')
    .action((id: string) =>
      withWorld(async (world) => console.log(await testChannel(world, await find(world, id), byCommand))),
    );
  webhook
    .command('resend <id> [delivery]')
    .description('send again what failed or was dropped, all of it or one delivery; prints how many')
    .action((id: string, delivery: string | undefined) =>
      withWorld(async (world) =>
        console.log(String(await resend(world, await find(world, id), byCommand, delivery))),
      ),
    );
  return webhook;
}

async function printAll({ database }: World): Promise<void> {
  for (const site of await listSites(database)) {
    const counts = await countWaiting(database, site.id);
    for (const { id, kind, shown, events, grouped, pausedAt, failingSince, dropped } of await listChannels(
      database,
      site.id,
    )) {
      const { waiting = 0, failed = 0 } = counts.find(({ channel }) => channel === id) ?? {};
      const line = { id, site: site.id, kind, url: shown, events, grouped, waiting, failed, dropped };
      console.log(JSON.stringify({ ...line, pausedAt, failingSince }));
    }
  }
}

async function find({ database }: World, id: string) {
  const channel = await findChannel(database, id);
  if (!channel) throw new Error(`no channel "${id}"; see webhook list`);
  return channel;
}
