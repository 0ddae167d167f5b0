import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options of the command line; where help is asked for, or one is none of these, tells how it is used and ends. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return end(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** A number of the command line; ends with one sentence where it is none, or out of bounds. */
export function numberIn(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text !== undefined && value >= least && value <= most) return value;
  return end(`--${name} takes a number from ${least} to ${most}`);
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
