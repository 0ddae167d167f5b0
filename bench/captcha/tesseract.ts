import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alphabet } from '../../src/captcha/alphabet.ts';
import { type Grey, writePgm } from './grey.ts';

/** Page segmentation: 7 takes the picture for a line, 8 for a word. */
export type Layout = 7 | 8;

const run = promisify(execFile);

export function hasTesseract(): boolean {
  return !spawnSync('tesseract', ['--version']).error;
}

/** What it reads in each picture, layout by layout. */
export async function readAll(pictures: readonly Grey[], layouts: readonly Layout[]): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'captcha-'));
  try {
    const paths = pictures.map((picture, index) => write(join(folder, `${index}.pgm`), writePgm(picture)));
    return await Promise.all(layouts.map((layout) => readFiles(paths, layout, join(folder, `${layout}`))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By one process for all of them; it dies of a few pictures (SIGFPE), and what it dies of is not read. */
async function readFiles(paths: readonly string[], layout: Layout, list: string): Promise<string[]> {
  try {
    return await readList(write(list, paths.join('\n')), layout);
  } catch (error) {
    if (!(error instanceof Error && 'signal' in error && error.signal)) throw error;
    if (paths.length === 1) return [''];
    const half = paths.length >> 1;
    const first = await readFiles(paths.slice(0, half), layout, list);
    return [...first, ...(await readFiles(paths.slice(half), layout, list))];
  }
}

async function readList(list: string, layout: Layout): Promise<string[]> {
  const whitelist = `tessedit_char_whitelist=${alphabet}`;
  const { stdout } = await run('tesseract', [list, '-', '--psm', `${layout}`, '-c', whitelist], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    maxBuffer: 2 ** 24,
  });
  return stdout.split('\f').map((page) => page.replace(/\s/g, ''));
}

function write(path: string, content: string | Uint8Array): string {
  writeFileSync(path, content);
  return path;
}
