import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options of the command line; where help is asked for, or something makes no sense, tells how it is used and ends. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  const values = parse(usage, options);
  /** What an option says as a number, within bounds. */
  function numberOf(name: keyof Options & string, least: number, most: number): number {
    const text = (values as Readonly<Record<string, unknown>>)[name];
    const value = Number(text);
    if (text !== undefined && value >= least && value <= most) return value;
    return end(usage, `--${name} takes a number from ${least} to ${most}`);
  }
  return { values, numberOf };
}

function parse<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return end(usage, error instanceof Error ? error.message : String(error));
  }
}

function end(usage: string, sentence: string): never {
  console.error(`${sentence}\n${usage}`);
  process.exit(1);
}
