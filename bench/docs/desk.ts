import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Places, withOurNode } from './places.ts';
import { freePorts } from './ports.ts';
import { addSite, type Setup } from './setups.ts';
import { openShell } from './shell.ts';

/** Where a page is followed: a folder, a shell in it, and the address of the service that runs there or is going to. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** As the setup begins it; packages that are installed come from the registry. */
export async function openDesk(setup: Setup, places: Places, registry: string) {
  const { folder, home } = places.empty();
  const ports = await freePorts(2);
  const service = `http://127.0.0.1:${ports[0]}`;
  const here = (text: string) => exchange(text, setup, ports);
  const shell = openShell(folder, environment(), ports);
  const beside = setup.begins === 'beside' ? await serveBeside(places, ports) : undefined;

  function environment(): Record<string, string> {
    const machine: Record<string, string> = { ...places.environment(home), PORT: String(ports[0]) };
    const said = Object.entries(setup.environment ?? {}).map(([name, value]) => [name, here(value)]);
    const own = isProgram(setup) ? { PATH: withOurNode(machine.PATH ?? ''), ...from(registry, home) } : {};
    return { ...machine, ...own, ...Object.fromEntries(said) };
  }

  /** Rejects with what it said where it ends with another code than 0; resolves with what it printed. */
  async function give(written: string): Promise<string> {
    const command = here(written);
    if (setup.ends?.some((words) => command.includes(words))) await shell.stop();
    const { ended, out, said } = await shell.run(command, find(setup.typed, command));
    if (ended !== 0 && ended !== 'serves') throw new Error(`${command}\nended by ${ended}\n${last(said)}`);
    for (const [name, words] of Object.entries(setup.keeps ?? {}))
      if (command.includes(words)) await shell.run(`export ${name}='${out.trim().split('\n').at(-1)}'`);
    const next = find(setup.meanwhile, command);
    if (next) await give(next);
    return out;
  }

  async function begin(): Promise<void> {
    if (isProgram(setup)) mkdirSync(folder);
    else if (setup.begins === 'clone') places.clone(folder);
    else places.install(folder);
    for (const [name, text] of Object.entries(setup.files ?? {})) writeFileSync(join(folder, name), text);
    if (setup.begins === 'known' || setup.begins === 'serving') await give('npm start');
    if (setup.begins === 'known') {
      await give(addSite);
      await shell.stop();
    }
    for (const command of setup.before ?? []) await give(command);
  }

  async function stop(): Promise<string[]> {
    return [...(await shell.stop()), ...((await beside?.stop()) ?? [])];
  }

  await begin().catch(async (error) => {
    await stop();
    throw error;
  });
  return { folder, service, here, give, stop };
}

const isProgram = ({ begins }: Setup) => begins === 'empty' || begins === 'beside';
/** With a cache of its own: npm throws out of the machine's what it has not got as it knows it. */
const from = (registry: string, home: string) => ({
  npm_config_registry: registry,
  npm_config_offline: 'false',
  npm_config_cache: join(home, 'cache'),
});

/** A clone that serves, in another folder. */
async function serveBeside(places: Places, ports: readonly number[]) {
  const { folder, home } = places.empty();
  places.install(folder);
  const shell = openShell(folder, { ...places.environment(home), PORT: String(ports[0]) }, ports);
  await shell.run('npm start');
  return shell;
}

function exchange(text: string, { exchanges = {} }: Setup, ports: readonly number[]): string {
  const service = 'http://127.0.0.1:{0}';
  const all = { ...exchanges, 'https://comments.example': service, 'http://127.0.0.1:8787': service };
  const exchanged = Object.entries(all).reduce((said, [one, other]) => said.replaceAll(one, other), text);
  return exchanged.replace(/\{(\d)\}/g, (_, number) => String(ports[Number(number)]));
}

/** What stands under words that are in the command. */
const find = (table: Readonly<Record<string, string>> = {}, command: string) =>
  Object.entries(table).find(([words]) => command.includes(words))?.[1];

const last = (said: string) => said.trim().split('\n').slice(-12).join('\n');
