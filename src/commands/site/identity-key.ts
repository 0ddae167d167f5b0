import { Command } from 'commander';
import { addIdentityKey, listKeys, removeIdentityKey } from '../../readers/identity-keys.ts';
import { byCommand } from '../../store/acts/record.ts';
import { siteNamed, withWorld } from '../open.ts';

/** The keys by which a site vouches for its readers; a secret is printed once, when it is made. */
export function identityKeyCommand(): Command {
  const key = new Command('identity-key')
    .description('the keys by which a site signs who its readers are')
    .showSuggestionAfterError(false);
  key
    .command('add <site>')
    .description('make a key and print its secret, once; at most 3 are valid for a site')
    .action((typed: string) =>
      withWorld(async (world) => {
        const { id } = await siteNamed(world, typed);
        console.log((await addIdentityKey(world, id, byCommand)).secret);
      }),
    );
  key
    .command('list <site>')
    .description('print every key by its id and its last characters, a JSON object a line')
    .action((typed: string) =>
      withWorld(async (world) => {
        const { id } = await siteNamed(world, typed);
        for (const one of await listKeys(world, id))
          console.log(JSON.stringify({ ...one, createdAt: new Date(one.createdAt).toISOString() }));
      }),
    );
  key
    .command('remove <site> <id>')
    .description('end a key: what it signed is worth nothing from then on')
    .action((typed: string, keyId: string) =>
      withWorld(async (world) => {
        const { id } = await siteNamed(world, typed);
        await removeIdentityKey(world, id, keyId, byCommand);
        console.log(JSON.stringify({ site: id, removed: keyId }));
      }),
    );
  return key;
}
