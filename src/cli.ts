import { Command } from 'commander';
import { addD1Options, nameD1 } from './commands/place.ts';

/** Loaded where they are asked for, since all of them take half of the time of a short one. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  site: async () => (await import('./commands/site.ts')).siteCommand(),
  article: async () => (await import('./commands/article.ts')).articleCommand(),
  comment: async () => (await import('./commands/comment.ts')).commentCommand(),
  purge: async () => (await import('./commands/purge.ts')).purgeCommand(),
  webhook: async () => (await import('./commands/webhook.ts')).webhookCommand(),
  act: async () => (await import('./commands/act.ts')).actCommand(),
  moderator: async () => (await import('./commands/moderator.ts')).moderatorCommand(),
  demo: async () => (await import('./commands/installation/demo.ts')).demoCommand(),
  screen: async () => (await import('./commands/screen.ts')).screenCommand(),
  filter: async () => (await import('./commands/filter.ts')).filterCommand(),
  captcha: async () => (await import('./commands/captcha.ts')).captchaCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  secret: async () => (await import('./commands/installation/secret.ts')).secretCommand(),
  doctor: async () => (await import('./commands/doctor/doctor.ts')).doctorCommand(),
  reader: async () => (await import('./commands/reader.ts')).readerCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
};

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
for (const name of namesIn(process.argv)) {
  const command = await commands[name]?.();
  if (command) program.addCommand(command);
}

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

/** Whichever commands the words may mean; all, where a list of them may be what is to be shown. */
function namesIn(words: readonly string[]): string[] {
  const names = ['serve', ...Object.keys(commands)];
  const named = names.filter((name) => words.includes(name));
  return named.length > 0 && !words.includes('help') ? named : names;
}

function fail(sentence: string): void {
  console.error(`error: ${sentence}`);
  process.exit(1);
}
