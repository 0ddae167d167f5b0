import { type Command, Option } from 'commander';
import { chooseD1 } from './open.ts';

/** What D1 has of its own in the place of a command. */
const insteadOnD1: Record<string, string> = {
  serve: 'npx wrangler dev, or npm run deploy',
  backup: 'export, or npx wrangler d1 export DB --remote --output FILE',
  restore: 'npx wrangler d1 time-travel restore DB --timestamp TIME',
  check: 'export, import into a data folder of its own, and check that',
};

/** Lets every command of the program act on D1. */
export function addD1Options(program: Command): void {
  program
    .addOption(
      new Option(
        '--d1 [place]',
        'act on D1: local (what wrangler dev serves) or remote (what is deployed)',
      ).choices(['local', 'remote']),
    )
    .option('--persist-to <folder>', 'where wrangler keeps local databases, if not in .wrangler/state')
    .hook('preAction', (_, action) => {
      const { d1: place, persistTo } = program.opts();
      if (place === undefined) return;
      const instead = insteadOnD1[action.name()];
      if (instead && action.parent === program)
        throw new Error(`${action.name()} is not for D1; use ${instead}`);
      chooseD1(place, persistTo);
    });
}

/** The same arguments, but that `--d1` alone says which one it means: what follows it is the command. */
export function nameD1(args: readonly string[]): string[] {
  return args.map((arg, index) =>
    arg === '--d1' && !['local', 'remote'].includes(args[index + 1] ?? '') ? '--d1=local' : arg,
  );
}
