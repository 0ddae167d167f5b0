import { Command } from 'commander';
import { type Checked, checkDatabase } from '../store/files/checks.ts';
import { givenSettings } from './open.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description('verify the database, also while the service runs: a line for each check')
    .action(() => {
      let wrong = 0;
      checkDatabase(givenSettings().DATA_DIR, (checked) => {
        console.log(lineOf(checked));
        if (checked.fault) wrong += 1;
      });
      if (wrong > 0) throw new Error(`${wrong} ${wrong === 1 ? 'check' : 'checks'} found something wrong`);
    });
}

function lineOf({ name, fault }: Checked): string {
  return fault ? `wrong: ${name}: ${fault}` : `ok: ${name}`;
}
