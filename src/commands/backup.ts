import { Command } from 'commander';
import { backUp } from '../store/files/backup.ts';
import { noteCopy } from './note-copy.ts';
import { givenSettings } from './open.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database to a file, also while the service runs')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace the file where it exists')
    .action(async (file: string, { force = false }: { force?: boolean }) => {
      const { DATA_DIR, SECRET } = givenSettings();
      const { path, bytes, comments } = backUp(DATA_DIR, file, { force });
      console.log(`${path}: ${bytes} bytes, ${comments} comments`);
      const secret = SECRET ? 'what SECRET is set to' : `${DATA_DIR}/secret`;
      console.log(`the secret is not in it: keep ${secret} too; receipts and second factors depend on it`);
      await noteCopy('backup', comments);
    });
}
