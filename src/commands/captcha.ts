import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { newAnswer } from '../captcha/challenge.ts';
import { drawPicture } from '../captcha/picture.ts';
import { peekAnswer } from '../store/challenges.ts';
import { withWorld } from './open.ts';

const extensions: Record<string, string> = { 'image/svg+xml': 'svg', 'image/png': 'png' };

export function captchaCommand(): Command {
  const captcha = new Command('captcha')
    .description('the captcha, for an operator')
    .showSuggestionAfterError(false);
  captcha
    .command('sample')
    .description('write pictures as readers get them, and answers.jsonl, to judge how legible they are')
    .requiredOption('--count <n>', 'how many', positive)
    .requiredOption('--out <dir>', 'the folder to write to, created if absent')
    .action(({ count, out }: { count: number; out: string }) => sample(count, out));
  captcha
    .command('answer <id>')
    .description('print the answer of an open challenge')
    .action((id: string) =>
      withWorld(async (world) => {
        const answer = await peekAnswer(world.database, id, world.now());
        if (!answer) throw new Error(`no open challenge "${id}"`);
        console.log(answer);
      }),
    );
  return captcha;
}

function sample(count: number, directory: string): void {
  mkdirSync(directory, { recursive: true });
  const answers = Array.from({ length: count }, (_, index) => {
    const answer = newAnswer(randomBytes);
    const { contentType, bytes } = drawPicture(answer);
    const file = `${String(index + 1).padStart(5, '0')}.${extensions[contentType] ?? 'bin'}`;
    writeFileSync(join(directory, file), bytes);
    return JSON.stringify({ file, answer });
  });
  writeFileSync(join(directory, 'answers.jsonl'), `${answers.join('\n')}\n`);
}

function positive(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It takes a whole number above 0.');
}
