import { Command } from 'commander';
import { refuseJudge } from '../screening/judge/set-up.ts';
import { parseSiteSetting } from '../sites/parse-setting.ts';
import { removeSite } from '../sites/remove.ts';
import { siteId, siteSettings } from '../sites/site.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { Duplicate } from '../store/database.ts';
import { purge } from '../store/erasure/purge.ts';
import { measureSite } from '../store/erasure/site-removal.ts';
import { setSite } from '../store/site-settings.ts';
import { addSite, isKept, listSites } from '../store/sites.ts';
import { readSiteId, siteNamed, withWorld } from './open.ts';
import { identityKeyCommand } from './site/identity-key.ts';
import { judgeCommand } from './site/judge.ts';

export function siteCommand(): Command {
  const site = new Command('site')
    .description('the publications that embed the service')
    .showSuggestionAfterError(false);
  site
    .command('add <id>')
    .description('add a site; its id is lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'what readers and moderators call it')
    .requiredOption('--origin <url...>', 'where its pages are, such as https://bao.example')
    .action((id: string, given: { name: string; origin: string[] }) => add(id, given));
  site
    .command('list')
    .description('print every site with its settings, a JSON object a line')
    .action(() =>
      withWorld(async (world) => {
        for (const one of await listSites(world.database)) console.log(JSON.stringify(one));
      }),
    );
  site
    .command('set <id> <key> <value>')
    .description(
      `change a setting: ${Object.entries(siteSettings.shape)
        .map(([key, takes]) => `${key} (${takes.description})`)
        .join('; ')}`,
    )
    .action((typed: string, key: string, value: string) =>
      withWorld(async (world) => {
        const settings = parseSiteSetting(key, value);
        const { id } = await siteNamed(world, typed);
        refuseJudge(settings, world.judges.reach);
        await setSite(world.database, id, settings, actBy(world, byCommand));
        console.log(JSON.stringify(await siteNamed(world, id)));
      }),
    );
  site
    .command('remove <id>')
    .description('remove a site for good, with its articles, comments, words and learning; accounts stay')
    .option('--yes', 'do it; without, it only says what would be removed')
    .action((typed: string, { yes = false }: { yes?: boolean }) =>
      withWorld(async (world) => {
        const id = readSiteId(typed);
        if (!(await isKept(world.database, id))) throw new Error(`no site "${typed}"; see site list`);
        if (id === 'demo') throw new Error('the site "demo" cannot be removed: every start makes it anew');
        const { comments, articles } = await measureSite(world.database, id);
        if (!yes)
          throw new Error(
            `this would remove for good the site "${id}" with ${comments} comments on ${articles} articles; add --yes to do it`,
          );
        const removed = await removeSite(world, id);
        if (world.sqlite) await purge(world.sqlite);
        console.log(JSON.stringify({ site: id, ...removed }));
      }),
    );
  return site.addCommand(identityKeyCommand()).addCommand(judgeCommand());
}

async function add(id: string, given: { name: string; origin: string[] }): Promise<void> {
  if (!siteId.safeParse(id).success) throw new Error('the id takes lower-case letters, digits and hyphens');
  const settings = siteSettings.parse({
    ...parseSiteSetting('name', given.name),
    ...parseSiteSetting('origins', given.origin.join(',')),
  });
  await withWorld(async (world) => {
    try {
      await addSite(world.database, { id, ...settings }, actBy(world, byCommand));
    } catch (error) {
      throw error instanceof Duplicate ? new Error(`there is a site "${id}" already`) : error;
    }
    console.log(JSON.stringify(await siteNamed(world, id)));
  });
}
