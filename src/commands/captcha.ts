import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { alphabet, answerLength } from '../captcha/alphabet.ts';
import { isOpen } from '../captcha/challenge.ts';
import { answerOf, asOfChallenge, readChallengeId } from '../captcha/challenge-id.ts';
import { readFont } from '../captcha/drawing/outlines.ts';
import type { Style } from '../captcha/drawing/style.ts';
import { installationStyle } from '../captcha/installation-style.ts';
import { drawPicture } from '../captcha/picture.ts';
import { actBy, byCommand } from '../store/acts/record.ts';
import { listFonts, putFont, readSeed, removeFont, setSeed } from '../store/captcha-styles.ts';
import { naming } from '../store/files/naming.ts';
import { randomText, randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { withWorld } from './open.ts';

export function captchaCommand(): Command {
  const captcha = new Command('captcha')
    .description('the captcha, for an operator')
    .showSuggestionAfterError(false);
  captcha
    .command('sample')
    .description('write pictures as readers get them, and answers.jsonl, to judge how legible they are')
    .requiredOption('--count <n>', 'how many', positive)
    .requiredOption('--out <dir>', 'the folder to write to, created if absent')
    .action(({ count, out }: { count: number; out: string }) =>
      withWorld((world) => sample(world, count, out)),
    );
  captcha
    .command('answer <id>')
    .description('print the answer of an open challenge')
    .action((id: string) =>
      withWorld(async (world) => {
        const answer = await findAnswer(world, id);
        if (!answer) throw new Error(`no open challenge "${id}"`);
        console.log(answer);
      }),
    );
  captcha
    .command('rotate')
    .description('draw differently from now on')
    .action(() => withWorld(rotate));
  captcha
    .command('add-font <name> <file>')
    .description('draw with a font of your own too (.ttf, .otf or .woff), and differently from now on')
    .action((name: string, file: string) => withWorld((world) => addFont(world, name, file)));
  captcha
    .command('list-fonts')
    .description('print the names of your own fonts')
    .action(() =>
      withWorld(async ({ database }) => {
        for (const { name } of await listFonts(database)) console.log(name);
      }),
    );
  captcha
    .command('remove-font <name>')
    .description('draw without that font of your own, and differently from now on')
    .action((name: string) => withWorld((world) => dropFont(world, name)));
  return captcha;
}

async function findAnswer(world: World, id: string): Promise<string | undefined> {
  const said = readChallengeId(world, id);
  return said && (await isOpen(world, { id: said.site }, id))
    ? answerOf(asOfChallenge(world, id), id)
    : undefined;
}

async function sample(world: World, count: number, directory: string): Promise<void> {
  const style = await installationStyle(world, await readSeed(world.database));
  naming(`"${directory}" (--out)`, () => {
    mkdirSync(directory, { recursive: true });
    const answers = Array.from({ length: count }, (_, index) => writeOne(world, style, directory, index + 1));
    writeFileSync(join(directory, 'answers.jsonl'), `${answers.join('\n')}\n`);
  });
}

/** The line that tells its answer. */
function writeOne({ random }: World, style: Style, directory: string, number: number): string {
  const answer = randomText(random, alphabet, answerLength);
  const file = `${String(number).padStart(5, '0')}.png`;
  writeFileSync(join(directory, file), drawPicture(answer, style, random).bytes);
  return JSON.stringify({ file, answer });
}

async function rotate(world: World): Promise<void> {
  await setSeed(world.database, randomToken(world.random), actBy(world, byCommand));
  console.log('the next captchas are drawn in another style');
}

async function addFont(world: World, name: string, file: string): Promise<void> {
  const seed = randomToken(world.random);
  await putFont(world.database, readFont(name, file), seed, actBy(world, byCommand));
  console.log(`${name} is among the fonts of the next captchas`);
}

async function dropFont(world: World, name: string): Promise<void> {
  const seed = randomToken(world.random);
  const there = await removeFont(world.database, name, seed, actBy(world, byCommand));
  if (!there) throw new Error(`no font "${name}"; see captcha list-fonts`);
}

function positive(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It takes a whole number above 0.');
}
