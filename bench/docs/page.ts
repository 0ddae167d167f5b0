import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, blocksOf, commandsIn } from './blocks.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Places } from './places.ts';
import { Missing, readers } from './readers.ts';
import { setups } from './setups.ts';

/** How a block went, with what there is to say of it. */
export interface Result {
  block: Pick<Block, 'line' | 'language'>;
  went: 'ran' | 'read' | 'not run' | 'failed';
  says: string;
}

/** Follows a page from its first block to its last, in a folder of its own. */
export async function follow(page: string, places: Places, registry: string): Promise<Result[]> {
  const blocks = blocksOf(page);
  const setup = setups[page] ?? { begins: 'empty' };
  const desk = await openDesk(setup, places, registry);
  const results: Result[] = [];
  for (const block of blocks) results.push(await tryBlock(block));
  for (const command of await desk.stop()) results.push(fault(`did not end: ${command}`));
  return results;

  async function tryBlock(block: Block): Promise<Result> {
    if (block.notRun) return { block, went: 'not run', says: block.notRun };
    try {
      return await (isShell(block) ? runAll(block) : readOne(block));
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      return { block, went: error instanceof Missing ? 'not run' : 'failed', says };
    }
  }

  async function runAll(block: Block): Promise<Result> {
    const { commands, prints } = shownIn(block.code);
    let printed = '';
    for (const command of commands) {
      printed = await desk.give(command);
      for (const program of Object.values(programs()))
        if (program.after && command.includes(program.after)) await start(program);
    }
    if (prints && printed !== prints) throw new Error(`it printed\n${printed}`);
    return { block, went: 'ran', says: commands.map(desk.here).join('; ') };
  }

  async function readOne(block: Block): Promise<Result> {
    await read(block, desk);
    const program = setup.programs?.[block.number];
    if (!program) return { block, went: 'read', says: '' };
    if (!program.after) await start({ ...program, code: block.code });
    return { block, went: 'ran', says: program.by ?? program.file };
  }

  /** What a reader puts into files, with its code. */
  function programs() {
    return Object.entries(setup.programs ?? {}).map(([number, program]) => ({
      ...program,
      code: blocks[Number(number) - 1]?.code ?? '',
    }));
  }

  async function start({ file, code, by }: { file: string; code: string; by?: string }): Promise<void> {
    writeFileSync(join(desk.folder, file), desk.here(code));
    if (by) await desk.give(by);
  }
}

const nowhere = { line: 0, language: '' };
/** What is wrong beside the blocks. */
export const fault = (says: string): Result => ({ block: nowhere, went: 'failed', says });
/** Nothing was wrong with the site. */
export const looked: Result = {
  block: nowhere,
  went: 'read',
  says: 'built, searched, followed and looked at',
};

/** A block without a language that begins with a prompt is what a terminal shows: a command, and what it prints. */
export const isShell = ({ language, code }: Block) => language === 'sh' || code.startsWith('$ ');

function shownIn(code: string): { commands: string[]; prints: string } {
  const [, command, prints = ''] = /^\$ (.+)\n([\s\S]*)$/.exec(code) ?? [];
  return command ? { commands: [command], prints } : { commands: commandsIn(code), prints };
}

async function read({ language, code }: Block, { here, service }: Desk): Promise<void> {
  if (language === 'html') return askForAddresses(here(code), service);
  await readers[language]?.(code);
}

/** What is pasted into pages leads to what the service has, and to a site that it knows. */
async function askForAddresses(html: string, service: string): Promise<void> {
  const addresses = [...html.matchAll(/ src="(http[^"]+)"/g)].map(([, address = '']) => address);
  const sites = [...html.matchAll(/ data-site="([^"]+)"/g)].map(
    ([, site]) => `${service}/embed/${site}?article=/`,
  );
  for (const address of [...addresses, ...sites]) {
    const { status } = await fetch(address);
    if (status !== 200) throw new Error(`${address} is answered by ${status}`);
  }
}
