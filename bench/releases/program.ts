import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The program of an earlier commit, on a data folder. */
export class Program {
  readonly folder: string;
  private readonly env: Record<string, string>;

  constructor(folder: string, env: Record<string, string>) {
    this.folder = folder;
    this.env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...env };
  }

  /** What a command prints; throws where it fails. */
  run(words: readonly string[], input = ''): string {
    const { folder: cwd, env } = this;
    const all = [...this.words('cli'), ...words];
    return execFileSync(process.execPath, all, { cwd, env, input, encoding: 'utf8' }).trim();
  }

  /** Serves for as long as the work goes on. */
  async serve<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
    const { folder: cwd, env } = this;
    const server = spawn(process.execPath, this.words('start'), { cwd, env, stdio: 'inherit' });
    const url = `http://127.0.0.1:${env.PORT}`;
    try {
      await untilReady(url);
      return await work(url);
    } finally {
      server.kill('SIGTERM');
      await once(server, 'close');
    }
  }

  /** What npm gives Node for a script of that commit. */
  private words(script: 'start' | 'cli'): string[] {
    const { scripts } = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8'));
    return scripts[script].replace(/^(\w+=\S+ )*(exec )?node /, '').split(' ');
  }
}

async function untilReady(url: string): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (
      await fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nobody serves ${url}`);
}
