import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { collect, type Finished, freePort, temporaryFolder, until } from './process.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a program of somebody else has of the environment: our Node before the machine's. */
const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;

/** What those have who try it, beside what the package brings. */
const ofTheirOwn = ['typescript', '@types/node', '@cloudflare/workers-types'];

/** An empty project with the package in it as it would be published, and what it depends on. */
export async function installPacked() {
  const folder = temporaryFolder();
  const project = folder.path;
  const packing = ['pack', '--json', '--loglevel', 'error', '--pack-destination', project];
  const { stdout } = await run('npm', packing, { cwd: root, env: { ...process.env, PATH } });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  const installed = join(project, 'node_modules/binh-luan');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(project, packed.filename), '-C', installed, '--strip-components=1']);
  for (const name of [...Object.keys(manifest.dependencies), ...ofTheirOwn]) link(project, name);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const env = { PATH };
  const serving = new Set<ChildProcess>();
  return {
    project,
    bin: join(installed, manifest.bin['binh-luan']),
    /** Paths in it, sorted. */
    files: packed.files.map(({ path }: { path: string }) => path).sort() as string[],

    /** Writes a file as a page of `docs` has it, in the block whose first line names it. */
    writeFromDocs(page: string, name: string): string {
      const text = readFileSync(join(root, 'docs', page), 'utf8');
      const [, code = ''] = text.split(new RegExp(`\`\`\`\\w+\n(?:// |# )${name}\n`));
      writeFileSync(join(project, name), code.split('```', 1)[0] ?? '');
      return join(project, name);
    },
    /** One of its files to its end. */
    async run(file: string, words: readonly string[] = [], more: Record<string, string> = {}, cwd = project) {
      const child = spawn(process.execPath, [file, ...words], { cwd, env: { ...env, ...more } });
      const output = collect(child);
      return new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, ...output })));
    },
    /** A program that serves on a free port, once it has said something on standard output. */
    async serve(file: string, cwd = project) {
      const port = await freePort();
      const child = spawn(process.execPath, [file], { cwd, env: { ...env, PORT: String(port) } });
      serving.add(child);
      const output = collect(child);
      await until(() => output.out.includes('\n'), child, output);
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const stop = () => child.kill('SIGTERM');
      return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, output, ended, stop };
    },
    remove(): void {
      for (const child of serving) child.kill('SIGKILL');
      folder.remove();
    },
  };
}

export type Installed = Awaited<ReturnType<typeof installPacked>>;

function link(project: string, name: string): void {
  const at = join(project, 'node_modules', name);
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), at);
}
