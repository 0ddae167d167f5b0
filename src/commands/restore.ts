import { Command } from 'commander';
import { restore } from '../store/files/restore.ts';
import { hasSecret } from '../store/files/secret.ts';
import { noteCopy } from './note-copy.ts';
import { givenSettings } from './open.ts';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in the place of the database, which is kept; the service must be stopped')
    .argument('<file>', 'a file that backup wrote')
    .action(async (file: string) => {
      const { DATA_DIR, SECRET } = givenSettings();
      const { path, bytes, comments, kept } = restore(DATA_DIR, file);
      console.log(`${path}: ${bytes} bytes, ${comments} comments`);
      if (kept) console.log(`the database that was there is kept as ${kept}`);
      if (!SECRET && !hasSecret(DATA_DIR))
        console.log(
          `put the secret of the backup into ${DATA_DIR}/secret before the first start; receipts and second factors depend on it`,
        );
      await noteCopy('put-back', comments);
    });
}
