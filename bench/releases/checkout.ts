import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Puts the files of a commit into a folder, with the packages that it was locked to; resolves to that folder. */
export function checkOut(commit: string, work: string): string {
  const folder = join(work, commit);
  mkdirSync(folder, { recursive: true });
  const files = execFileSync('git', ['archive', commit], { maxBuffer: 1e9 });
  execFileSync('tar', ['-x'], { cwd: folder, input: files });
  symlinkSync(packagesFor(folder, work), join(folder, 'node_modules'));
  if (existsSync(join(folder, 'src/assets/build.ts')))
    execFileSync(process.execPath, ['src/assets/build.ts'], { cwd: folder });
  return folder;
}

/** Installed once for all commits that have the same lock. */
function packagesFor(folder: string, work: string): string {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const installed = join(work, `packages-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!existsSync(installed)) {
    mkdirSync(installed);
    const install = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('cp', ['package.json', 'package-lock.json', installed], { cwd: folder });
    // The machine's own Node, if it is old, still installs; what runs is the one of today.
    const path = `${dirname(process.execPath)}:${process.env.PATH}`;
    execFileSync('npm', install, { cwd: installed, env: { ...process.env, PATH: path }, stdio: 'ignore' });
  }
  return join(installed, 'node_modules');
}
