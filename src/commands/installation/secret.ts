import { Command, InvalidArgumentError } from 'commander';
import { requireDatabase } from '../../store/files/data-dir.ts';
import { naming } from '../../store/files/naming.ts';
import { prepareSecret } from '../../store/files/old-secrets.ts';
import { secretFile } from '../../store/files/secret.ts';
import { givenSettings } from '../open.ts';

const usualDays = 400;

export function secretCommand(): Command {
  const secret = new Command('secret')
    .description('what signs receipts and seals second factors')
    .showSuggestionAfterError(false);
  secret
    .command('rotate')
    .description(
      'make another secret, which the service takes at its next start; the old one is good beside it',
    )
    .option('--overlap <days>', 'so long what the old one made stays good', readDays, usualDays)
    .action(({ overlap }: { overlap: number }) => {
      const { DATA_DIR, SECRET } = givenSettings();
      if (SECRET !== undefined)
        throw new Error(
          'SECRET comes from the environment: set OLD_SECRET to it, SECRET to another, and start again',
        );
      requireDatabase(DATA_DIR);
      naming(`"${secretFile(DATA_DIR)}" (DATA_DIR)`, () => prepareSecret(DATA_DIR, overlap));
      console.log(
        `restart the service: from then on the new secret counts, and the old one for ${overlap} days beside it`,
      );
    });
  return secret;
}

function readDays(text: string): number {
  const days = Number(text);
  if (/^[0-9]{1,5}$/.test(text)) return days;
  throw new InvalidArgumentError('It takes a whole number of days.');
}
