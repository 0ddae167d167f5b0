import { Command } from 'commander';
import { actCommand } from './commands/act.ts';
import { articleCommand } from './commands/article.ts';
import { backupCommand } from './commands/backup.ts';
import { captchaCommand } from './commands/captcha.ts';
import { checkCommand } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { filterCommand } from './commands/filter.ts';
import { importCommand } from './commands/import.ts';
import { moderatorCommand } from './commands/moderator.ts';
import { addD1Options, nameD1 } from './commands/place.ts';
import { readerCommand } from './commands/reader.ts';
import { restoreCommand } from './commands/restore.ts';
import { screenCommand } from './commands/screen.ts';
import { siteCommand } from './commands/site.ts';

const program = new Command('binh-luan')
  .description('Comments under articles: sent, screened, decided by a moderator, and only then published.')
  .showSuggestionAfterError(false);
addD1Options(program);

program
  .command('serve')
  .description('serve until stopped; settings come from the environment')
  .action(async () => {
    await import('./node.ts');
  });
program.addCommand(siteCommand());
program.addCommand(articleCommand());
program.addCommand(actCommand());
program.addCommand(moderatorCommand());
program.addCommand(screenCommand());
program.addCommand(filterCommand());
program.addCommand(captchaCommand());
program.addCommand(backupCommand());
program.addCommand(restoreCommand());
program.addCommand(checkCommand());
program.addCommand(readerCommand());
program.addCommand(exportCommand());
program.addCommand(importCommand());

for (const [name, stream] of Object.entries({ input: process.stdin, output: process.stdout }))
  stream.on('error', (error) => {
    // Who stops reading in the middle has said why already.
    if (error.name !== 'AbortError') fail(`standard ${name}: ${error.message}`);
  });

try {
  // Node has put this in the place of bytes that are no UTF-8.
  if (process.argv.some((word) => word.includes('\uFFFD'))) throw new Error('an argument is not UTF-8');
  await program.parseAsync(nameD1(process.argv));
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function fail(sentence: string): void {
  console.error(`error: ${sentence}`);
  process.exit(1);
}
