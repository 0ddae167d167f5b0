import { execFileSync } from 'node:child_process';

const folder = 'db/migrations';

/** A commit whose code wrote a schema that today's program knows every step of. */
export interface Release {
  /** The number of the newest migration, and how many there are: some came later than others of higher numbers. */
  name: string;
  commit: string;
}

/**
 * Of each set of migrations that are what they are today, the last commit that had it, the earliest schema first: those
 * that were served from the main line, and those that are the beginning of today's.
 */
export function listReleases(): Release[] {
  const today = migrationsAt('HEAD');
  const contents = new Map(today);
  const served = new Set(git('rev-list', '--first-parent', 'HEAD').split('\n'));
  const releases = new Map<string, Release>();
  for (const commit of git('rev-list', '--topo-order', 'HEAD').split('\n')) {
    const migrations = migrationsAt(commit);
    const isKnown = migrations.every(([name, content]) => contents.get(name) === content);
    const isBeginning = migrations.every(([name], at) => name === today[at]?.[0]);
    const set = namesIn(migrations);
    if (migrations.length > 0 && isKnown && (isBeginning || served.has(commit)) && !releases.has(set))
      releases.set(set, { name: nameOf(migrations), commit });
  }
  return [...releases.values()].reverse();
}

type Migrations = readonly [name: string, content: string][];

function namesIn(migrations: Migrations): string {
  return migrations.map(([name]) => name).join();
}

function nameOf(migrations: Migrations): string {
  const newest = migrations.at(-1)?.[0] ?? '';
  return `${newest.slice(0, 4)}-of-${migrations.length}`;
}

/** The names of the migrations that a commit has, each with the digest of what is in it. */
function migrationsAt(commit: string): Migrations {
  const lines = git('ls-tree', commit, `${folder}/`).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [, , content = '', path = ''] = line.split(/\s/);
    return [path.slice(folder.length + 1), content];
  });
}

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 1e9 }).trim();
}
