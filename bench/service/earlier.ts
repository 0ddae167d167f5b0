import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultsFolder } from './folder.ts';
import type { Options } from './options.ts';
import { readResults } from './results.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What came of an earlier run, by what it is of: of a file that it left, or of a commit, which is measured first. */
export function earlierFigures(options: Options): ReadonlyMap<string, number> {
  const { compare } = options;
  if (compare === undefined) return new Map();
  return existsSync(compare) ? readResults(compare) : measureCommit(compare, options);
}

/** Runs the table of that commit with its own code and our dependencies. */
function measureCommit(commit: string, { quick, database, only }: Options): ReadonlyMap<string, number> {
  mkdirSync(resultsFolder, { recursive: true });
  const folder = mkdtempSync(join(resultsFolder, 'commit-'));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'inherit' });
  git('worktree', 'add', '--quiet', '--detach', '--force', folder, commit);
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['src/assets/build.ts'], { cwd: folder });
    const given = [...(quick ? ['--quick'] : []), ...(database ? ['--database', database] : [])];
    console.log(`first the commit ${commit}, by its own table`);
    spawnSync(process.execPath, ['bench/service/table.ts', ...given, '--only', only], {
      cwd: folder,
      stdio: 'inherit',
    });
    return readResults(lastIn(join(folder, 'bench/service/results'), commit));
  } finally {
    git('worktree', 'remove', '--force', folder);
  }
}

function lastIn(results: string, commit: string): string {
  const file =
    existsSync(results) &&
    readdirSync(results)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1);
  if (!file) throw new Error(`the table of ${commit} left no figures`);
  return join(results, file);
}
