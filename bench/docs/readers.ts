import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loader, transform } from 'esbuild';

/** What a piece of code is to be read by, so that its faults are found; rejects with the first, or with `Missing`. */
export type Reader = (code: string) => Promise<void> | void;

/** A program that is not on this machine. */
export class Missing extends Error {}

const script =
  (loader: Loader): Reader =>
  async (code) => {
    await transform(code, { loader, jsx: 'automatic' });
  };

/** Gives code to the standard input of a program that reads it, and ends with another code than 0 where it cannot. */
const program =
  (name: string, words: readonly string[], write = (code: string) => code): Reader =>
  (code) => {
    const { error, status, stdout, stderr } = spawnSync(name, words, {
      input: write(code),
      encoding: 'utf8',
    });
    if (error || /No module named/.test(stderr)) throw new Missing(`it needs ${name}, with what reads it`);
    if (status !== 0) throw new Error(`${stdout}${stderr}`.trim());
  };

const python = (line: string) => program('python3', ['-c', line]);

/** The directives of a page, within what they stand in. */
const nginx: Reader = (code) => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  try {
    const file = join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `pid ${folder}/pid; events {} http { access_log off; server { listen 8999; ${code} } }`,
    );
    program('nginx', ['-t', '-q', '-e', join(folder, 'log'), '-c', file])('');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** By the language on the fence; what a service must know of HTML is asked of one that runs. */
export const readers: Readonly<Record<string, Reader>> = {
  js: script('js'),
  ts: script('ts'),
  tsx: script('tsx'),
  json: (code) => void JSON.parse(code),
  jsonl: (code) =>
    void code
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  nginx,
  php: program('php', ['-l'], (code) => (code.startsWith('<?php') ? code : `<?php\n${code}`)),
  python: python('import ast, sys; ast.parse(sys.stdin.read())'),
  toml: python('import sys, tomllib; tomllib.loads(sys.stdin.read())'),
  yaml: python('import sys, yaml; yaml.safe_load(sys.stdin.read())'),
};
