import { once } from 'node:events';
import { Command } from 'commander';
import { z } from 'zod';
import { type Options, quiet, rules, screen } from '../filter/screen.ts';
import { type Language, languages } from '../language/language.ts';
import { splitLines } from '../language/lines.ts';
import { anything, learnDue } from '../screening/lessons.ts';
import { tuningFor } from '../screening/tuning.ts';
import { siteNamed, withWorld } from './open.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  author: z.string().optional(),
  lang: z.string().optional(),
});

const chunkLength = 64 * 1024;

export function screenCommand(): Command {
  return new Command('screen')
    .description(
      'judge comments: JSONL {id, text, author?, lang?} in, JSONL {id, flag, verdict, score, findings, us} out',
    )
    .option('--site <id>', 'judge as this site does')
    .action(async ({ site }: { site?: string }) => {
      if (site === undefined) return screenLines('vi', {});
      await withWorld(async (world) => {
        const named = await siteNamed(world, site);
        await learnDue(world, anything);
        await screenLines(named.language, await tuningFor(world, named));
      });
    });
}

async function screenLines(language: Language, options: Options): Promise<void> {
  let chunk = '';
  let number = 0;
  const lines = splitLines(process.stdin, 'this is not JSONL: its lines have no end');
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    chunk += `${JSON.stringify(screenLine(line, number, language, options))}\n`;
    if (chunk.length < chunkLength) continue;
    await write(chunk);
    chunk = '';
  }
  await write(chunk);
}

function screenLine(line: string, number: number, language: Language, options: Options) {
  const { id, text, author = '', lang } = parseRow(line, number);
  const started = process.hrtime.bigint();
  const { verdict, risk, findings } = screen({ author, body: text }, quiet, rules, options);
  const us = Number(process.hrtime.bigint() - started) / 1000;
  const said = languages.find((one) => one === lang) ?? language;
  const explained = findings.map((finding) => ({ ...finding, message: finding.message[said] }));
  return { id, flag: verdict !== 'pass', verdict, score: risk, findings: explained, us };
}

function parseRow(line: string, number: number): z.infer<typeof row> {
  try {
    return row.parse(JSON.parse(line));
  } catch {
    throw new Error(`line ${number} is not a JSON object with an id and a text`);
  }
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
