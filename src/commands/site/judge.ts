import { Command } from 'commander';
import {
  judgeStanding,
  keepApiKey,
  refuseJudge,
  removeKeys,
  renewSecret,
  tryJudge,
} from '../../screening/judge/set-up.ts';
import { parseSiteSetting } from '../../sites/parse-setting.ts';
import type { Site } from '../../sites/site.ts';
import { actBy, byCommand } from '../../store/acts/record.ts';
import { setSite } from '../../store/site-settings.ts';
import { firstLine } from '../first-line.ts';
import { type CommandWorld, siteNamed, withWorld } from '../open.ts';

interface Given {
  kind?: string;
  model?: string;
  key?: boolean;
}

/** The judge outside whom a site asks about its comments; a secret of ours is printed once, when it is made. */
export function judgeCommand(): Command {
  const judge = new Command('judge')
    .description('the judge outside whom a site asks about its comments')
    .showSuggestionAfterError(false);
  judge
    .command('show <site>')
    .description('print whom a site asks and by which key, as JSON')
    .action((typed: string) => withWorld(async (world) => print(world, await siteNamed(world, typed))));
  judge
    .command('set <site> <url>')
    .description('ask this address from now on; prints the secret that signs it, once, where one is made')
    .option('--kind <kind>', 'hook, openai-moderation or openai-chat')
    .option('--model <name>', 'the model that it is to take')
    .option('--key', 'with a new key: of a hook one of ours, else the first line of standard input')
    .action((typed: string, url: string, given: Given) =>
      withWorld(async (world) => set(world, await siteNamed(world, typed), url, given)),
    );
  judge
    .command('test <site> [text]')
    .description('have a sentence judged and print the answer, as JSON')
    .action((typed: string, text: string | undefined) =>
      withWorld(async (world) => {
        const { failure, ...tried } = await tryJudge(world, await siteNamed(world, typed), byCommand, text);
        if (failure) throw new Error(tried.findings[0]?.message.en ?? 'it gave no answer');
        console.log(JSON.stringify(tried));
      }),
    );
  judge
    .command('remove <site>')
    .description('ask nobody any more, and forget the keys')
    .action((typed: string) =>
      withWorld(async (world) => {
        const site = await siteNamed(world, typed);
        await change(world, site, { 'judge-url': '' });
        await removeKeys(world, site, byCommand);
        await print(world, await siteNamed(world, site.id));
      }),
    );
  return judge;
}

async function set(world: CommandWorld, before: Site, url: string, { kind, model, key }: Given) {
  await change(world, before, { 'judge-url': url, 'judge-kind': kind, 'judge-model': model });
  const site = await siteNamed(world, before.id);
  const { key: known } = await judgeStanding(world, site);
  const isHook = site['judge-kind'] === 'hook';
  if (isHook && (key || !known)) return console.log(await renewSecret(world, site, byCommand));
  if (key) await keepApiKey(world, site, byCommand, (await firstLine()).trim());
  await print(world, site);
}

async function change(
  world: CommandWorld,
  site: Site,
  given: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const parts = Object.entries(given).map(([name, value]) =>
    value === undefined ? {} : parseSiteSetting(name, value),
  );
  const settings = Object.assign({}, ...parts);
  refuseJudge(settings, world.judges.reach);
  await setSite(world.database, site.id, settings, actBy(world, byCommand));
}

async function print(world: CommandWorld, site: Site): Promise<void> {
  const { 'judge-url': url, 'judge-kind': kind, 'judge-model': model } = site;
  const { key } = await judgeStanding(world, site);
  const shown = key && { ...key, createdAt: new Date(key.createdAt).toISOString() };
  console.log(JSON.stringify({ site: site.id, url, kind, model, key: shown }));
}
